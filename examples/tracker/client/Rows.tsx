import { Face } from './Face.js';
import { Glyph } from './Glyph.js';
import type { Activity, CompanyActivity } from './host-api.js';
import type { Loaded } from './loaded.js';
import { useServices } from './services.js';
import { workOf } from './work.js';

/** What colleagues did, newest first. */
export function Rows(props: { items: readonly Activity[]; loaded: Loaded<CompanyActivity>; none: string }) {
  const { items, loaded, none } = props;
  const { words } = useServices();
  if (loaded.failed && items.length === 0) {
    return (
      <div class="sheet quiet" role="alert">
        <p>{words.failed}</p>
        <button type="button" class="button" onClick={loaded.retry}>
          {words.retry}
        </button>
      </div>
    );
  }
  if (loaded.value === null && items.length === 0) return <div class="sheet waiting" aria-busy="true" />;
  if (items.length === 0) return <p class="sheet quiet">{none}</p>;
  return (
    <ul class="sheet rows">
      {items.map((item) => (
        <Row key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Row({ item }: { item: Activity }) {
  const { words, session, text, number, ago } = useServices();
  const work = workOf(item.event, item.id, item.files);
  const mine = item.userId === session.user.id;
  return (
    <li class="row">
      <Face id={item.userId} name={item.name} />
      <p class="row-what">
        <span class="row-who">
          <b>{mine ? words.you : item.name}</b>
          {item.bot && <span class="bot">{words.bot}</span>} {words.work[item.event].did}
        </span>
        <span class="row-title">{text(work.title)}</span>
      </p>
      <p class="row-facts">
        <span class={`kind kind-${item.event.split('.')[0]}`}>
          <Glyph name={item.event} />
          {words.work[item.event].kind}
        </span>
        <span>{text(work.project.name)}</span>
        {item.files > 0 && <span class="row-files">{words.files(item.files, number(item.files))}</span>}
      </p>
      <time class="row-when" dateTime={item.timestamp} title={item.timestamp}>
        {ago(item.timestamp)}
      </time>
    </li>
  );
}
