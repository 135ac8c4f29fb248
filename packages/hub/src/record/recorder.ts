import type { Playbook } from '@waymark/contracts';
import { compilePlaybook } from '@waymark/engine';
import { prepareCampaigns } from '../campaigns/program.js';
import { adoptPlaybook } from '../playbook/adoption.js';
import { createLog } from '../storage/log.js';
import type { Session } from '../storage/session.js';
import { claim, enter } from './campaign-facts.js';
import { choose } from './choice.js';
import { merge } from './commit.js';
import { keepDraft } from './drafting.js';
import { erase } from './erasure.js';
import { isPermanent } from './fault.js';
import { createGroupRecording, type InForce } from './group-recording.js';
import { createRelocationReads } from './known-relocations.js';
import { push } from './push.js';
import { redeem } from './redemption.js';
import type { GroupAnswer, Recorder, RecordRequest } from './request.js';
import { createSettling } from './settlement.js';
import { asksForTraits } from './trait-memory.js';
import { trim } from './trimming.js';

/** What the recorder needs to know of time: the hub's clock. */
export interface RecorderOptions {
  readonly tenant: string;
  readonly now: () => number;
}

/** Records groups of events over one session: each group is one transaction, and answered once that is on disk. */
export function createRecorder(session: Session, { tenant, now }: RecorderOptions): Recorder {
  const log = createLog(session, tenant);
  const known = new Set<string>();
  const relocations = createRelocationReads(tenant);
  const settle = createSettling({ session, log, tenant, relocations });
  const attempt = createGroupRecording({ session, log, tenant, relocations, known });
  let playing: InForce | null = null;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other: a session has room for one transaction. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  }

  function inForce(): InForce {
    if (playing !== null) return playing;
    throw new Error('The hub has no playbook yet: adopt one before recording events.');
  }

  /** Where one event makes the whole group fail, it is found by trying the parts, and refused alone. */
  async function record(
    group: readonly RecordRequest[],
    inForce: InForce,
    tells: boolean,
  ): Promise<GroupAnswer> {
    try {
      return await attempt(group, inForce, tells);
    } catch (error) {
      if (!isPermanent(error)) throw error;
      const [only, ...others] = group;
      if (only === undefined) throw error;
      const parts = others.length > 0 ? group : only.events.map((event) => ({ ...only, events: [event] }));
      if (parts.length === 1) {
        const refused = error instanceof Error ? error.message : String(error);
        return { outcomes: [[{ refused }]], commit: null };
      }
      const answers: GroupAnswer[] = [];
      for (const part of parts) answers.push(await record([part], inForce, tells));
      const { outcomes, commit } = merge(answers);
      return { outcomes: others.length > 0 ? outcomes : [outcomes.flat()], commit };
    }
  }

  return {
    record: (group, tells) => inTurn(async () => record(group, inForce(), tells)),
    name: (namings) => inTurn(() => log.transaction(() => log.name(namings))),
    adopt: (playbook: Playbook) =>
      inTurn(async () => {
        const adopted = await adoptPlaybook(session, log, tenant, playbook, new Date(now()).toISOString());
        playing = {
          program: compilePlaybook(playbook),
          needsTraits: asksForTraits(playbook),
          campaigns: prepareCampaigns(playbook),
        };
        return adopted;
      }),
    choose: (request) =>
      inTurn(async () =>
        choose({ session, log, tenant, program: inForce().program, homes: relocations }, request),
      ),
    redeem: (request) =>
      inTurn(async () =>
        redeem({ session, log, tenant, program: inForce().program, homes: relocations }, request),
      ),
    erase: (request) =>
      inTurn(async () => {
        const { version } = inForce().program.playbook;
        const answer = await erase({ session, log, tenant, playbookVersion: version, relocations }, request);
        for (const userId of answer.userIds) known.delete(`users\n${userId}`);
        return answer;
      }),
    enter: (request) =>
      inTurn(async () => enter({ session, log, tenant, homes: relocations, ...inForce() }, request)),
    claim: (order) =>
      inTurn(async () => claim({ session, log, tenant, homes: relocations, ...inForce() }, order)),
    push: (order) =>
      inTurn(async () => push({ session, log, tenant, homes: relocations, ...inForce() }, order)),
    draft: (order) => inTurn(() => keepDraft({ session, log, tenant }, order)),
    settle: (request) => inTurn(async () => settle(request, inForce().program.playbook)),
    trim: (request) =>
      inTurn(async () => trim({ session, log, tenant }, request, inForce().program.playbook)),
    close: () => inTurn(() => session.close()),
  };
}
