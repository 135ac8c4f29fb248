import { hueOf } from './Avatar.js';

/** What an event is called, in a colour of its own. */
export function EventName({ name }: { name: string }) {
  return (
    <span class={`event-name hue-${hueOf(name)}`}>
      <bdi>{name}</bdi>
    </span>
  );
}
