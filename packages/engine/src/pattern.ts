/** Longest text that patterns are looked for in, in UTF-16 code units. */
export const TEXT_LIMIT = 256;

/** A state of the matcher: on a fitting character, or at a fitting place, or freely, on to the next ones. */
interface State {
  readonly fits?: (character: string) => boolean;
  readonly at?: '^' | '$';
  readonly to: State[];
}

/** Part of a pattern: given what comes after it, the state it begins with. */
type Part = (next: State) => State;

const TOKEN = /\\.|\[(?:\\.|[^\]])*\]|\(\?:|\{[\d,]+\}|./gsu;

/**
 * Compiles a pattern of `$regex` to a search. It walks all ways through the pattern at once, a character at a time, so
 * that no text can make it slow as it can a matcher that goes back: https://swtch.com/~rsc/regexp/regexp1.html
 *
 * @throws {SyntaxError} for what is no pattern; a parsed playbook has none.
 */
export function compilePattern(source: string): (text: string) => boolean {
  const tokens = source.match(TOKEN) ?? [];
  let position = 0;

  function either(): Part {
    const options = [sequence()];
    while (tokens[position] === '|') {
      position++;
      options.push(sequence());
    }
    return (next) => ({ to: options.map((option) => option(next)) });
  }

  function sequence(): Part {
    const parts: Part[] = [];
    for (let token = tokens[position]; token && token !== '|' && token !== ')'; token = tokens[position]) {
      position++;
      parts.push(quantified(atom(token)));
    }
    return inRow(parts);
  }

  function atom(token: string): Part {
    if (token.startsWith('(')) {
      const inner = either();
      position++;
      return inner;
    }
    if (token === '^' || token === '$') return (next) => ({ at: token, to: [next] });
    // One character, class or escape: a regular expression held against one character alone.
    const one = new RegExp(`^${token}$`, 'u');
    return (next) => ({ fits: (character) => one.test(character), to: [next] });
  }

  function quantified(part: Part): Part {
    const token = tokens[position] ?? '';
    if (!/^[*+?{]/.test(token)) return part;
    position++;
    if (token === '*') return (next) => loopOf(part, next);
    if (token === '+') return (next) => loopOf(part, next).to[1] as State;
    const [least, most = least] = token === '?' ? [0, 1] : token.slice(1, -1).split(',').map(Number);
    const sure = Array<Part>(least as number).fill(part);
    if (token.endsWith(',}')) return inRow([...sure, (next) => loopOf(part, next)]);
    const perhaps = Array<Part>((most as number) - (least as number)).fill((next) => ({
      to: [part(next), next],
    }));
    return inRow([...sure, ...perhaps]);
  }

  const end: State = { to: [] };
  const start = either()(end);
  return (text) => {
    const characters = [...text];
    let present = new Set<State>();
    for (let i = 0; i <= characters.length; i++) {
      enter(start, i, characters.length, present);
      if (present.has(end)) return true;
      const next = new Set<State>();
      for (const { fits, to } of present) {
        if (fits?.(characters[i] ?? '')) enter(to[0] as State, i + 1, characters.length, next);
      }
      present = next;
    }
    return false;
  };
}

function inRow(parts: readonly Part[]): Part {
  return (next) => parts.reduceRight((after, part) => part(after), next);
}

/** A state that leaves to what comes next, or goes through a part and comes back. */
function loopOf(part: Part, next: State): State {
  const loop: State = { to: [next] };
  loop.to.push(part(loop));
  return loop;
}

/** Goes to a state and on from there as far as no character is needed. */
function enter(state: State, index: number, length: number, into: Set<State>): void {
  if (into.has(state)) return;
  if (state.at !== undefined && index !== (state.at === '^' ? 0 : length)) return;
  into.add(state);
  if (state.fits === undefined) for (const next of state.to) enter(next, index, length, into);
}
