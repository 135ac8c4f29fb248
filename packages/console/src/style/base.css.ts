/** The bare page: type, links, focus. */
export const base = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; background: var(--ground); }
body { margin: 0; min-height: 100vh; font: 400 14px/1.5 var(--sans); color: var(--text); background: var(--ground);
  -webkit-font-smoothing: antialiased; text-rendering: optimizeLegibility; }
h1, h2, p, dl, dd, ol, ul, figure { margin: 0; padding: 0; }
ol, ul { list-style: none; }
h1 { font-size: 22px; line-height: 1.25; font-weight: 650; letter-spacing: -.014em; }
h2 { font-size: 15px; line-height: 1.35; font-weight: 620; letter-spacing: -.006em; }
a { color: inherit; text-decoration: none; }
a:hover { color: var(--accent-strong); }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
bdi { overflow-wrap: anywhere; }
@media (min-width: 821px) { html { scrollbar-gutter: stable; } }
.number { font-variant-numeric: tabular-nums; }
.muted { color: var(--muted); }
.strong { font-weight: 620; }
.code { font: 400 12px/1.5 var(--mono); overflow-wrap: anywhere; }
.icon { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.8;
  stroke-linecap: round; stroke-linejoin: round; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; border: 0; }
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
`;
