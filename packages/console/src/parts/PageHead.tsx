import type { ComponentChildren } from 'preact';

/** What a page is called and shows, and beside it what can be done on it. */
export function PageHead(props: { title: string; lead: string; children?: ComponentChildren }) {
  return (
    <header class="page-head">
      <div class="page-title">
        <h1>{props.title}</h1>
        <p>{props.lead}</p>
      </div>
      {props.children}
    </header>
  );
}
