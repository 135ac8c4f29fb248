import type { ComponentChildren } from 'preact';

/** A number with its name, and what stands behind it. Lives in a `<dl class="stats">`. */
export function Stat(props: {
  label: string;
  value: string;
  tone?: 'plain' | 'accent' | 'danger';
  children?: ComponentChildren;
}) {
  return (
    <div class={`stat stat-${props.tone ?? 'plain'}`}>
      <dt>{props.label}</dt>
      <dd class="number">{props.value}</dd>
      {props.children && <dd class="stat-more">{props.children}</dd>}
    </div>
  );
}
