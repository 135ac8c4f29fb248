import type { Block, Content, DeliveredBlock, DeliveredContent, Localized } from '@waymark/contracts';
import { compileText, type Person } from './delivered-text.js';
import { clauseKey, daysOf } from './event-clause.js';
import { defaultLanguage, nearestLanguage } from './languages.js';
import type { Profile } from './profile.js';

/** For whom a content is made ready. */
export interface Reader extends Person, Pick<Profile, 'events'> {
  /** A language that the content's texts are in; null where they are the same for everybody. */
  readonly language: string | null;
  /** The person's local day. */
  readonly today: string;
}

/** Makes a content ready for one person. */
export type CompiledContent = (reader: Reader) => DeliveredContent;

/** Parses a content's texts, once for all people. */
export function compileContent(content: Content): CompiledContent {
  if (content.kind === 'launcher') {
    const { label, ...rest } = content;
    return ({ language }) => ({ ...rest, label: textIn(label, language) });
  }
  if (content.kind === 'checklist') {
    const { kind, items } = content;
    return (reader) => ({
      kind,
      ...titleOf(content, reader),
      items: items.map(({ id, name, description, action, event, where, at = 1, by = 'user' }) => ({
        id,
        name: textIn(name, reader.language),
        ...(description !== undefined && { description: textIn(description, reader.language) }),
        done: totalOf(daysOf(reader.events[by], clauseKey(event, where)), reader.today) >= at,
        ...(action !== undefined && { action }),
      })),
    });
  }
  if (content.kind === 'tour') {
    const steps = content.steps.map((step, i) => ({ step, blocks: step.blocks.map(compileBlock), i }));
    return (reader) => ({
      kind: 'tour',
      steps: steps.map(({ step, blocks, i }) => ({
        id: step.id,
        ...titleOf(step, reader),
        blocks: blocks.map((block) => block(reader)),
        ...(step.placement !== undefined && { placement: step.placement }),
        next: step.next ?? content.steps[i + 1]?.id ?? null,
        ...(step.advance !== undefined && { advance: step.advance }),
      })),
    });
  }
  const blocks = content.blocks.map(compileBlock);
  return (reader) => ({
    kind: content.kind,
    ...titleOf(content, reader),
    blocks: blocks.map((block) => block(reader)),
  });
}

function titleOf({ title }: { readonly title?: Localized | undefined }, { language }: Reader) {
  return title === undefined ? {} : { title: textIn(title, language) };
}

function totalOf(counts: { readonly [day: string]: number }, today: string): number {
  return Object.entries(counts).reduce((sum, [day, count]) => (day <= today ? sum + count : sum), 0);
}

function compileBlock(block: Block): (reader: Reader) => DeliveredBlock {
  switch (block.kind) {
    case 'text': {
      const texts = perLanguage(block.text, compileText);
      return (reader) => ({ kind: 'text', text: texts(reader.language)(reader) });
    }
    case 'image':
      return ({ language }) => ({ ...block, alt: textIn(block.alt, language) });
    case 'video':
      return ({ language }) => ({ ...block, title: textIn(block.title, language) });
    case 'buttons':
      return ({ language }) => ({
        kind: 'buttons',
        buttons: block.buttons.map(({ label, action, look = 'secondary' }) => ({
          label: textIn(label, language),
          action,
          look,
        })),
      });
    case 'question':
      return ({ language }) => questionIn(block, language);
    case 'progress':
      return () => block;
  }
}

function questionIn(
  { kind, id, ask, answer, required = false }: Extract<Block, { kind: 'question' }>,
  language: string | null,
): DeliveredBlock {
  const question = { kind, id, ask: textIn(ask, language), required };
  if (answer.kind !== 'choice') return { ...question, answer };
  const options = answer.options.map((option) => ({ id: option.id, label: textIn(option.label, language) }));
  return { ...question, answer: { kind: 'choice', options, several: answer.several ?? false } };
}

/** Makes something of every language's text beforehand. */
function perLanguage<T>(text: Localized, make: (text: string) => T): (language: string | null) => T {
  if (typeof text === 'string') {
    const one = make(text);
    return () => one;
  }
  const made = new Map(Object.entries(text).map(([language, words]) => [language, make(words)]));
  return (language) => made.get(languageIn(text, language)) as T;
}

/** A text in a language, or in the nearest one that it has. */
export function textIn(text: Localized, language: string | null): string {
  return typeof text === 'string' ? text : (text[languageIn(text, language)] ?? '');
}

function languageIn(text: { readonly [language: string]: string }, language: string | null): string {
  const tags = Object.keys(text).sort();
  return nearestLanguage(language === null ? [] : [language], tags) ?? defaultLanguage(tags) ?? '';
}
