import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/** One tab of {@link Tabs}. */
export interface Tab {
  readonly id: string;
  readonly label: string;
}

/** What {@link Tabs} are drawn from. */
export interface TabsProps {
  /** Prefix of element ids, unique in the shadow root. */
  readonly name: string;
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: string;
  readonly onSelect: (id: string) => void;
}

/** A row of tabs of which one is in the tab order; arrows, Home and End move along it. */
export function Tabs({ name, label, tabs, selected, onSelect }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === selected);
    const rtl = list.current !== null && getComputedStyle(list.current).direction === 'rtl';
    const steps: Record<string, number> = {
      ArrowRight: at + (rtl ? -1 : 1),
      ArrowLeft: at + (rtl ? 1 : -1),
      Home: 0,
      End: tabs.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + tabs.length) % tabs.length;
    onSelect(tabs[index]?.id ?? selected);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };
  return (
    <div class={`tabs ${name}`} role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${name}-tab-${tab.id}`}
          aria-selected={tab.id === selected}
          aria-controls={`${name}-panel`}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** What belongs to the selected one of {@link Tabs}. */
export function TabPanel(props: {
  readonly name: string;
  readonly selected: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div
      class={`tab-panel ${props.name}-panel`}
      role="tabpanel"
      id={`${props.name}-panel`}
      aria-labelledby={`${props.name}-tab-${props.selected}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the panel scrolls, and a keyboard has to reach it for that
      tabIndex={0}
    >
      {props.children}
    </div>
  );
}
