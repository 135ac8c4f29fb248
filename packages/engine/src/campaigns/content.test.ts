import type { Content } from '@waymark/contracts';
import { describe, expect, it } from 'vitest';
import { parsedCampaign, profileOf } from '../../tests/people.js';
import { compileContent } from './content.js';
import type { Profile } from './profile.js';

function shown(content: object, language: string | null = 'en', parts: Partial<Profile> = {}) {
  const parsed = parsedCampaign('c', { content, placement: { anchor: { name: 'x' } } }).content as Content;
  const { userTraits, companyTraits, growth, events } = profileOf({ growth: 1_200, ...parts });
  const reader = {
    userTraits,
    companyTraits,
    growth,
    events,
    levelTitle: 'Guide',
    language,
    today: '2026-03-07',
  };
  return compileContent(parsed)(reader);
}
const paragraph = (...words: string[]) => ({
  kind: 'paragraph',
  of: words.map((text) => ({ kind: 'text', text })),
});
const modal = (...blocks: object[]) => ({ kind: 'modal', blocks });
const saying = (text: unknown) => modal({ kind: 'text', text });

describe('content for one person', () => {
  it('says what is the person’s own, or what stands there for whoever has none', () => {
    const text = '{{user.name | "there"}}, {{company.seats | "some"}}, {{level | ""}}, {{growth | "0"}}';
    const parts = { userTraits: { name: ' Ada ' }, companyTraits: { seats: 12 } };
    expect(shown(saying(text), 'en', parts)).toEqual(
      modal({ kind: 'text', text: [paragraph('Ada', ', ', '12', ', ', 'Guide', ', ', '1200')] }),
    );
    expect(shown(saying(text), 'en')).toMatchObject(
      modal({ text: [{ of: [{ text: 'there' }, {}, { text: 'some' }, {}, {}, {}, {}] }] }),
    );
  });

  it.each([{ name: '' }, { name: null }, { name: { x: 1 } }, { name: true }, {}])(
    'takes no %j for a name',
    (userTraits) => {
      expect(shown(saying('{{user.name | "there"}}'), 'en', { userTraits })).toEqual(
        modal({ kind: 'text', text: [paragraph('there')] }),
      );
    },
  );

  it('never reads what every object has, and draws what a person calls themselves as characters', () => {
    expect(shown(saying('{{user.constructor | "nobody"}}'))).toEqual(
      modal({ kind: 'text', text: [paragraph('nobody')] }),
    );
    const name = '**[x](javascript:alert(1))** <b> {{user.name | "x"}}';
    expect(shown(saying('{{user.name | "x"}}'), 'en', { userTraits: { name } })).toEqual(
      modal({ kind: 'text', text: [paragraph(name)] }),
    );
  });

  it('stays true to own traits on a page whose prototypes were changed', () => {
    Object.defineProperty(Object.prototype, 'nick', { value: 'Mallory', configurable: true });
    try {
      expect(shown(saying('{{user.nick | "nobody"}}'))).toEqual(
        modal({ kind: 'text', text: [paragraph('nobody')] }),
      );
    } finally {
      Reflect.deleteProperty(Object.prototype, 'nick');
    }
  });

  it('cuts what is endless between characters', () => {
    const delivered = shown(saying('{{user.name | "x"}}'), 'en', { userTraits: { name: '𝄞'.repeat(500) } });
    expect(delivered).toEqual(modal({ kind: 'text', text: [paragraph('𝄞'.repeat(200))] }));
  });

  it.each([
    ['zh-CN', '你好'],
    ['zh-TW', '你好'],
    ['de', 'Hello'],
    [null, 'Hello'],
  ])('in %s it says %s', (language, words) => {
    expect(shown(saying({ 'zh-CN': '你好', en: 'Hello', fr: 'Salut' }), language)).toEqual(
      modal({ kind: 'text', text: [paragraph(words)] }),
    );
  });

  it('tells a tour’s steps what follows', () => {
    const step = (id: string, rest: object = {}) => ({
      id,
      blocks: [{ kind: 'progress', of: 'here' }],
      ...rest,
    });
    const tour = shown({ kind: 'tour', steps: [step('a', { next: 'c', title: 'A' }), step('b'), step('c')] });
    expect(tour.kind === 'tour' && tour.steps.map(({ id, next }) => [id, next])).toEqual([
      ['a', 'c'],
      ['b', 'c'],
      ['c', null],
    ]);
  });

  it('ticks a checklist’s items off by real events', () => {
    const events = {
      user: { share: { '2026-03-01': 1, '2026-03-08': 5 } },
      company: { share: { '2026-03-01': 3 } },
    };
    const items = [
      { id: 'a', name: 'A', event: 'share' },
      { id: 'b', name: 'B', event: 'share', at: 2 },
      { id: 'c', name: 'C', event: 'share', at: 3, by: 'company', action: { kind: 'link', href: '/c' } },
    ];
    const list = shown({ kind: 'checklist', title: 'Begin', items }, 'en', { events });
    expect(list).toEqual({
      kind: 'checklist',
      title: 'Begin',
      items: [
        { id: 'a', name: 'A', done: true },
        { id: 'b', name: 'B', done: false },
        { id: 'c', name: 'C', done: true, action: { kind: 'link', href: '/c' } },
      ],
    });
  });

  it('fills in what an author may leave out', () => {
    const options = [
      { id: 'a', label: { en: 'A', de: 'Ah' } },
      { id: 'b', label: 'B' },
    ];
    const blocks = [
      { kind: 'buttons', buttons: [{ label: 'Go', action: { kind: 'complete' } }] },
      { kind: 'question', id: 'q', ask: 'Why?', answer: { kind: 'choice', options } },
      { kind: 'image', src: '/a.png', alt: '' },
    ];
    expect(shown(modal(...blocks), 'de')).toEqual(
      modal(
        { kind: 'buttons', buttons: [{ label: 'Go', action: { kind: 'complete' }, look: 'secondary' }] },
        {
          kind: 'question',
          id: 'q',
          ask: 'Why?',
          required: false,
          answer: { kind: 'choice', several: false, options: [{ id: 'a', label: 'Ah' }, options[1]] },
        },
        { kind: 'image', src: '/a.png', alt: '' },
      ),
    );
  });

  it('is a launcher, too', () => {
    const launcher = {
      kind: 'launcher',
      label: { en: 'Help', de: 'Hilfe' },
      action: { kind: 'start', campaign: 'c' },
    };
    expect(shown(launcher, 'de')).toEqual({ ...launcher, label: 'Hilfe' });
  });
});
