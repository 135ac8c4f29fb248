import type { Campaign, Channel, GateReading, GateView, Schedule, Trigger } from '@waymark/contracts';
import type { Words } from '../../words/en.js';
import type { Format } from '../../words/format.js';
import { partText, valueText } from './asked.js';
import { scheduleText, triggerText } from './moments.js';

/** What is asked at a gate, and what the person has. */
export interface ReadingTexts {
  readonly asked: string;
  /** Null where what is asked says all there is. */
  readonly has: string | null;
  /** Whether it is as it should be, with everything that stands around it. */
  readonly holds: boolean;
}

/** Steps of a path on the way to what is asked: `$or[1].`, `$not.`, `$audience(admins).` */
const STEP = /^(?:\$(?:and|or)\[\d+\]|\$not|\$audience\([^)]*\))\./;

/** A reading of a gate in words. */
export function readingTexts(
  gate: GateView['gate'],
  reading: GateReading,
  words: Words,
  format: Format,
): ReadingTexts {
  return gate === 'audience'
    ? audienceTexts(reading, words)
    : { ...otherTexts(gate, reading, words, format), holds: reading.holds };
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
  words: Words,
  format: Format,
): Pick<ReadingTexts, 'asked' | 'has'> {
  const { gates, asked, campaigns } = words;
  const has = valueText(path, actual, asked);
  switch (gate) {
    case 'status':
      return {
        asked: campaigns.of.status.live,
        has: campaigns.of.status[actual as Campaign['status']] ?? has,
      };
    case 'schedule':
      return { asked: scheduleText(expected as Schedule, words), has: format.wall(String(actual)) };
    case 'trigger':
      return {
        asked: triggerText(expected as Trigger, words),
        has: actual === undefined ? null : format.wall(String(actual)),
      };
    case 'experiment': {
      const { heldOut, arm } = actual as { readonly heldOut: boolean; readonly arm: string | null };
      return { asked: gates.notHeldOut, has: heldOut ? gates.short.held_out : arm && gates.arm(arm) };
    }
    case 'frequency':
    case 'limits':
      return limitTexts(path, expected, actual, words, format) ?? { asked: path, has };
    case 'slot':
      return {
        asked: gates.free(path === 'interrupt', campaigns.of.channel[path as Channel] ?? path),
        has: holds ? null : has,
      };
    default:
      return { asked: path, has };
  }
}

/** A limit by the name that the engine gives it, or what keeps a campaign away for a while. */
function limitTexts(
  path: string,
  expected: unknown,
  actual: unknown,
  { gates, campaign: { often } }: Words,
  format: Format,
): Pick<ReadingTexts, 'asked' | 'has'> | null {
  const rest = Object.hasOwn(gates.states, path) ? gates.states[path] : undefined;
  if (rest !== undefined) {
    const until = /^until (.+)$/.exec(String(actual))?.[1];
    const has = until === undefined ? gates.forEver(rest) : gates.until(rest, format.moment(until));
    return { asked: gates.noRest, has };
  }
  const most = Number(/\d+/.exec(String(expected))?.[0] ?? 0);
  const has = typeof actual === 'number' ? format.number(actual) : String(actual);
  const [, group = '', by, hours] = /^(\S+) (user|company) \d+ in (\d+) hours$/.exec(path) ?? [];
  if (by === 'user' || by === 'company') return { asked: gates.group(group, by, most, Number(hours)), has };
  if (path.endsWith(' max')) return { asked: often.max(most), has };
  const days = / per (\d+) days$/.exec(path)?.[1];
  if (days !== undefined) return { asked: often.per(most, Number(days)), has };
  const every = / every (\d+) hours$/.exec(path)?.[1];
  return every === undefined ? null : { asked: often.every(Number(every)), has };
}
