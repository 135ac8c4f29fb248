/** The page, its head and foot. */
export const frame = `
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--paper); -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 400 15px/1.5 var(--sans); -webkit-font-smoothing: antialiased; }
h1, h2, p, ul { margin: 0; padding: 0; }
ul { list-style: none; }
h1, h2 { font-family: var(--serif); font-weight: 600; letter-spacing: -.01em; text-wrap: balance; }
h1 { font-size: clamp(25px, 3.4vw, 34px); line-height: 1.2; }
h2 { font-size: 20px; line-height: 1.3; }
a { color: inherit; }
button, input, select { font: inherit; color: inherit; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; border-radius: 4px; }
.top :focus-visible { outline-color: var(--lead); }
.glyph { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.top { background: var(--deck); color: var(--deck-ink); }
.top-row { max-width: 1200px; margin: 0 auto; padding: 0 28px; min-height: 62px; display: flex; align-items: center; gap: 8px 30px; }
.brand { display: flex; align-items: center; gap: 11px; font: 600 21px/1 var(--serif); letter-spacing: -.01em; text-decoration: none; }
.brand-mark { width: 32px; height: 26px; }
.brand-hull { fill: var(--lead); }
.brand-line { fill: none; stroke: var(--deck); stroke-width: 2; }
.brand-blocks { fill: none; stroke: var(--deck-soft); stroke-width: 3; stroke-linecap: round; }
.tabs { display: flex; align-self: stretch; gap: 2px; }
.tabs a { display: flex; align-items: center; padding: 2px 13px 0; text-decoration: none; color: var(--deck-soft); border-bottom: 3px solid transparent; font-weight: 500; }
.tabs a:hover { color: var(--deck-ink); }
.tabs a[aria-current] { color: var(--deck-ink); border-color: var(--lead); }
.top-acts { margin-inline-start: auto; display: flex; align-items: center; gap: 4px; }
.plain { display: inline-grid; place-items: center; min-width: 36px; height: 36px; padding: 0 8px; border: 0; border-radius: 6px; background: none; color: inherit; cursor: pointer; }
.plain .glyph { width: 18px; height: 18px; }
.plain:hover { background: color-mix(in srgb, currentColor 12%, transparent); }
.top .plain { color: var(--deck-soft); }
.top .plain:hover { color: var(--deck-ink); }
.person { display: flex; align-items: center; gap: 10px; padding: 5px 9px 5px 6px; margin-inline-start: 8px; border: 1px solid var(--deck-line); border-radius: 99px; background: none;
  color: var(--deck-ink); cursor: pointer; text-align: start; min-width: 0; }
.person:hover { border-color: var(--deck-soft); }
.person-names { display: flex; flex-direction: column; line-height: 1.25; min-width: 0; }
.person-name { font-weight: 560; font-size: 13.5px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.person-company { font-size: 12px; color: var(--deck-soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.face { display: inline-grid; place-items: center; flex: none; width: 30px; height: 30px; border-radius: 50%; font-size: 11px; font-weight: 640;
  background: hsl(var(--hue) 46% var(--face-light)); color: hsl(var(--hue) 50% var(--face-ink)); }
.main { flex: 1; width: 100%; max-width: 1200px; margin: 0 auto; padding: 0 28px 40px; }
.foot { width: 100%; max-width: 1200px; margin: 0 auto; padding: 22px 28px 96px; display: flex; flex-wrap: wrap; gap: 6px 28px; justify-content: space-between; font-size: 13px; color: var(--soft); border-top: 1px solid var(--rule); }
.foot p { max-width: 78ch; }
@media (max-width: 900px) {
  .top-row { flex-wrap: wrap; padding: 10px 16px 0; column-gap: 12px; }
  .tabs { order: 3; flex: 1 0 100%; overflow-x: auto; scrollbar-width: none; margin: 0 -6px; }
  .tabs a { padding: 8px 10px 9px; white-space: nowrap; }
  .main { padding-inline: 16px; }
  .foot { padding-inline: 16px; }
}
@media (max-width: 620px) { .top .person-names, .top .person .glyph { display: none; } .person { padding: 3px; margin-inline-start: 2px; } .brand { font-size: 19px; gap: 9px; } .tabs a { padding-inline: 8px; font-size: 14px; } }
@media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
`;
