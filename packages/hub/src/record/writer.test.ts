import { describe, expect, it, vi } from 'vitest';
import type { GroupAnswer, Recorder, RecordRequest } from './request.js';
import { Busy, createWriter } from './writer.js';

let made = 0;

function requestOf(count: number): RecordRequest {
  return {
    events: Array.from({ length: count }, () => ({
      id: String(made++),
      userId: 'u1',
      body: '{}',
      companyId: 'acme',
      role: null,
    })),
    receivedAt: '',
    sentAt: null,
    names: { users: new Map(), companies: new Map() },
  };
}

/** A recorder whose every commit waits to be let go. */
function heldRecorder() {
  const groups: { sizes: number[]; finish(error?: Error): void }[] = [];
  const recorder: Recorder = {
    record: (group) =>
      new Promise<GroupAnswer>((resolve, reject) => {
        groups.push({
          sizes: group.map(({ events }) => events.length),
          finish(error) {
            if (error !== undefined) return reject(error);
            resolve({
              outcomes: group.map(({ events }) => events.map(() => 'accepted' as const)),
              commit: { first: 1, head: 1, events: [], members: new Set<string>(), companies: [] },
            });
          },
        });
      }),
    name: async () => {},
    adopt: async () => ({ version: 1, position: 0 }),
    choose: () => Promise.reject(new Error('not asked')),
    redeem: () => Promise.reject(new Error('not asked')),
    erase: () => Promise.reject(new Error('not asked')),
    enter: () => Promise.reject(new Error('not asked')),
    claim: () => Promise.reject(new Error('not asked')),
    push: () => Promise.reject(new Error('not asked')),
    draft: () => Promise.reject(new Error('not asked')),
    settle: () => Promise.reject(new Error('not asked')),
    trim: async () => false,
    close: vi.fn(async () => {}),
  };
  return { recorder, groups };
}

const settle = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('group commit', () => {
  it('groups what comes together, and what comes while a commit is under way', async () => {
    const { recorder, groups } = heldRecorder();
    const writer = createWriter(recorder);
    void writer.record(requestOf(1));
    void writer.record(requestOf(2));
    await settle();
    void writer.record(requestOf(3));
    await settle();
    void writer.record(requestOf(4));
    void writer.record(requestOf(5));
    await settle();
    expect(groups.map(({ sizes }) => sizes)).toEqual([[1, 2], [3]]);
    groups[0]?.finish();
    await settle();
    expect(groups[2]?.sizes).toEqual([4, 5]);
  });

  it('answers only after the commit, and tells of it first', async () => {
    const { recorder, groups } = heldRecorder();
    const writer = createWriter(recorder);
    const told: string[] = [];
    writer.onCommit(() => told.push('commit'));
    void writer.record(requestOf(1)).then(() => told.push('answer'));
    await settle();
    expect(told).toEqual([]);
    groups[0]?.finish();
    await settle();
    expect(told).toEqual(['commit', 'answer']);
  });

  it('does not let a group grow without end', async () => {
    const { recorder, groups } = heldRecorder();
    const writer = createWriter(recorder, { groupLimit: 5 });
    for (const count of [3, 2, 4]) void writer.record(requestOf(count));
    await settle();
    expect(groups.map(({ sizes }) => sizes)).toEqual([[3, 2], [4]]);
  });

  it('takes no more than it can hold, and takes again afterwards', async () => {
    const { recorder, groups } = heldRecorder();
    const writer = createWriter(recorder, { queueLimit: 4 });
    const first = writer.record(requestOf(4));
    await expect(writer.record(requestOf(1))).rejects.toBeInstanceOf(Busy);
    await settle();
    groups[0]?.finish();
    await first;
    void writer.record(requestOf(1));
    await settle();
    expect(groups[1]?.sizes).toEqual([1]);
  });

  it('fails only those of the group that failed', async () => {
    const { recorder, groups } = heldRecorder();
    const writer = createWriter(recorder, { groupLimit: 1 });
    const first = writer.record(requestOf(1));
    const second = writer.record(requestOf(1));
    await settle();
    groups[0]?.finish(new Error('disk full'));
    groups[1]?.finish();
    await expect(first).rejects.toThrow('disk full');
    await expect(second).resolves.toEqual(['accepted']);
  });

  it('closes after what is waiting is written', async () => {
    const { recorder, groups } = heldRecorder();
    const writer = createWriter(recorder);
    const answer = writer.record(requestOf(1));
    const closed = writer.close();
    await settle();
    expect(recorder.close).not.toHaveBeenCalled();
    groups[0]?.finish();
    await expect(answer).resolves.toEqual(['accepted']);
    await closed;
    expect(recorder.close).toHaveBeenCalledOnce();
  });
});
