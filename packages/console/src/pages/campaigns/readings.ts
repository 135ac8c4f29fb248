import type { GateReading, GateView } from '@waymark/contracts';
import type { Words } from '../../words/en.js';
import { partText, valueText } from './asked.js';

/** What is asked at a gate, and what the person has; null where that says nothing more. */
export interface ReadingTexts {
  readonly asked: string;
  readonly has: string | null;
  /** Whether it is as it should be, with everything that stands around it. */
  readonly holds: boolean;
}

/** Steps of a path on the way to what is asked: `$or[1].`, `$not.`, `$audience(admins).` */
const STEP = /^(?:\$(?:and|or)\[\d+\]|\$not|\$audience\([^)]*\))\./;

/** A reading of a gate in words. */
export function readingTexts(gate: GateView['gate'], reading: GateReading, words: Words): ReadingTexts {
  return gate === 'audience' ? audienceTexts(reading, words) : otherTexts(gate, reading, words);
}

function audienceTexts({ path, expected, actual, holds }: GateReading, { asked }: Words): ReadingTexts {
  let key = path;
  let isDenied = false;
  for (let step = STEP.exec(key)?.[0]; step !== undefined; step = STEP.exec(key)?.[0]) {
    if (step === '$not.') isDenied = !isDenied;
    key = key.slice(step.length);
  }
  const part = partText(key, expected, asked);
  return {
    asked: isDenied ? asked.not(asked.group(part)) : part,
    has: valueText(key, actual, asked),
    holds: holds !== isDenied,
  };
}

function otherTexts(
  gate: GateView['gate'],
  { path, expected, actual, holds }: GateReading,
  { gates, asked }: Words,
): ReadingTexts {
  const isLimit = gate === 'frequency' || gate === 'limits';
  return {
    asked:
      isLimit && typeof expected === 'number'
        ? gates.most(path, valueText(path, expected, asked))
        : gates.is(path, valueText(path, expected, asked)),
    has: valueText(path, actual, asked),
    holds,
  };
}
