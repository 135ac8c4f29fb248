/** Buttons, fields, chips and everything small that repeats. */
export const controls = `
.button { display: inline-flex; align-items: center; justify-content: center; gap: 7px; min-height: 34px; padding: 0 13px; border-radius: var(--radius-small);
  border: 1px solid var(--line); background: var(--surface); font-weight: 540; cursor: pointer; white-space: nowrap;
  transition: background var(--quick), border-color var(--quick); }
.button:hover { background: var(--hover); color: inherit; }
.button:disabled { opacity: .55; cursor: default; }
.button-main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
.button-main:hover { background: var(--accent-strong); color: var(--on-accent); }
.button-main:disabled { opacity: 1; background: var(--raised); border-color: var(--border); color: var(--muted); }
.button-icon { width: 34px; padding: 0; }
.button-bare { border-color: transparent; background: none; color: var(--muted); padding: 0 9px; }
.button-bare.button-icon { padding: 0; }
.button-bare:hover { color: var(--text); }
.filters { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 14px; }
.field { position: relative; display: inline-flex; align-items: center; }
.field-search { flex: 1 1 220px; max-width: 360px; }
.field-search .icon { position: absolute; inset-inline-start: 11px; color: var(--muted); pointer-events: none; }
.field-search input { width: 100%; padding: 0 12px 0 34px; }
.field-select { flex: 0 1 auto; max-width: 100%; }
.field-select select { appearance: none; padding: 0 32px 0 12px; max-width: 220px; width: 100%; text-overflow: ellipsis; cursor: pointer; }
.field-select .icon { position: absolute; inset-inline-end: 10px; width: 14px; height: 14px; color: var(--muted); pointer-events: none; }
.field input, .field select { min-height: 36px; border: 1px solid var(--line); border-radius: var(--radius-small); background: var(--surface);
  transition: border-color var(--quick); }
.field input:hover, .field select:hover { border-color: var(--muted); }
.field option { background: var(--surface); color: var(--text); }
.field input::placeholder, .palette input::placeholder { color: var(--muted); opacity: 1; }
.field :focus-visible { outline-offset: 0; border-radius: var(--radius-small); }
.avatar { display: inline-grid; place-items: center; flex: none; width: 32px; height: 32px; border-radius: 50%; font-size: 11.5px; font-weight: 640;
  letter-spacing: .01em; background: hsl(var(--hue) 45% var(--tint)); color: hsl(var(--hue) 60% var(--ink)); }
.avatar-company { border-radius: 9px; }
.event-name { display: inline-flex; align-items: center; gap: 7px; font: 500 12.5px/1.4 var(--mono); min-width: 0; }
.event-name::before { content: ""; flex: none; width: 8px; height: 8px; border-radius: 3px; background: hsl(var(--hue) 55% 50%); }
.level { display: inline-flex; align-items: center; gap: 8px; white-space: nowrap; }
.level-number { display: inline-grid; place-items: center; min-width: 24px; height: 22px; padding: 0 6px; border-radius: 6px; background: var(--accent-soft);
  color: var(--accent-strong); font-size: 12px; font-weight: 680; font-variant-numeric: tabular-nums; }
.stats { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); margin-bottom: 18px; background: var(--surface); border: 1px solid var(--border);
  border-radius: var(--radius); box-shadow: var(--shadow); }
.stat { display: flex; flex-direction: column; padding: 14px 20px 15px; border-inline-start: 1px solid var(--border); min-width: 0; }
.stat:first-child { border-inline-start: 0; }
.stat dt { font-size: 12.5px; color: var(--muted); }
.stat > dd.number { font-size: 24px; line-height: 1.3; font-weight: 640; letter-spacing: -.02em; }
.stat > dd.number:empty { display: none; }
.stat-accent > dd.number { color: var(--accent-strong); }
.stat-danger > dd.number { color: var(--danger); }
.stat-more { font-size: 12.5px; }
.stat { position: relative; }
.stat .columns { position: absolute; inset-inline: 45% 20px; bottom: 18px; }
.stat-text { font-size: 15px; font-weight: 560; line-height: 2.1; }
.columns svg { display: block; width: 100%; height: 22px; }
.column { fill: var(--accent); }
.column-none { fill: var(--line); }
.card .columns svg { height: 96px; }
.columns-ends { display: flex; justify-content: space-between; font-size: 12px; margin-top: 6px; }
.card .columns + .muted { margin-top: 8px; font-size: 13px; }
.lanes { display: grid; gap: 10px; }
.lane { display: grid; grid-template-columns: minmax(84px, 30%) 1fr; align-items: center; gap: 12px; font-size: 13px; }
.lane dd { display: grid; grid-template-columns: 1fr 64px; align-items: center; gap: 10px; }
.lane dd .number { text-align: end; font-weight: 560; }
.lane svg { width: 100%; height: 8px; border-radius: 4px; }
.lane-track { fill: var(--border); }
.lane-bar { fill: var(--accent); }
@media (max-width: 820px) {
  .stats { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .stat { padding: 12px 16px; }
  .stat:nth-child(odd) { border-inline-start: 0; }
  .stat:nth-child(n + 3) { border-top: 1px solid var(--border); }
  .field-search { max-width: none; flex-basis: 100%; }
  .field-select { flex: 1 1 40%; }
  .field-select select { max-width: none; }
}
`;
