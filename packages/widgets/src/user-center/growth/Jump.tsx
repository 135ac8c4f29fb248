import { useRef } from 'preact/hooks';
import { useScene } from '../scene.js';

/** Fewer sections than this are seen at a glance. */
const FEWEST = 3;

/** Leads to the sections of a long tab, each named by its `part`. */
export function Jump({ sections }: { readonly sections: readonly { part: string; label: string }[] }) {
  const scene = useScene();
  const nav = useRef<HTMLElement>(null);
  if (sections.length < FEWEST) return null;
  const jump = (part: string) => {
    const section = nav.current?.parentElement?.querySelector<HTMLElement>(`section[part~="${part}"]`);
    if (!section) return;
    section.tabIndex = -1;
    section.focus({ preventScroll: true });
    section.scrollIntoView({ block: 'start', behavior: 'smooth' });
  };
  return (
    <nav class="jump" aria-label={scene.t('growth')} ref={nav}>
      {sections.map(({ part, label }) => (
        <button key={part} type="button" onClick={() => jump(part)}>
          {label}
        </button>
      ))}
    </nav>
  );
}
