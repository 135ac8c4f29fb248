/** How many hues the style sheet has for avatars and events. */
const HUES = 8;

/** The same hue for the same text, always. */
export function hueOf(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973;
  return sum % HUES;
}

/** First letters of a name; for names without spaces the first letter. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '·';
  const second = words.length > 1 ? ([...(words[1] ?? '')][0] ?? '') : '';
  return (first + second).toLocaleUpperCase();
}

/** A person or company as initials on a colour of its own. */
export function Avatar({
  id,
  name,
  kind = 'person',
}: {
  id: string;
  name: string;
  kind?: 'person' | 'company';
}) {
  return (
    <span class={`avatar avatar-${kind} hue-${hueOf(id)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
