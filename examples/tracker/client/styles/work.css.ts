/** The desk, the lists, the projects. */
export const work = `
.hero { position: relative; padding: 42px 0 34px; overflow: hidden; }
.hero p { color: var(--soft); margin-top: 6px; }
.hero > h1, .hero > p { position: relative; max-width: 74%; }
.hull { position: absolute; inset: 0 0 auto auto; width: min(520px, 62%); height: 100%; fill: none; stroke: var(--line); stroke-width: 1; opacity: .75;
  mask-image: linear-gradient(to right, transparent, black 45%); }
.hull-keel { stroke: var(--brand); stroke-width: 1.6; opacity: .7; }
.head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 16px; margin-bottom: 14px; }
.head p { color: var(--soft); font-size: 14px; }
.desk { display: grid; grid-template-columns: repeat(auto-fill, minmax(252px, 1fr)); gap: 14px; margin-bottom: 40px; }
.slip { display: flex; flex-direction: column; padding: 15px 16px 16px; background: var(--sheet); border: 1px solid var(--rule); border-top: 3px solid var(--kind); border-radius: 4px 4px 8px 8px;
  box-shadow: var(--shade); transition: border-color 160ms, background 160ms; }
.slip:first-child { grid-column: span 2; }
.slip-kind { display: flex; align-items: center; gap: 7px; font-size: 13px; font-weight: 560; color: var(--kind); }
.slip-key { margin-inline-start: auto; font: 400 12px/1 var(--mono); color: var(--soft); }
.slip-title { font: 600 17px/1.35 var(--serif); margin-top: 9px; }
.slip:first-child .slip-title { font-size: 21px; }
.slip-facts { font-size: 13px; color: var(--soft); margin: 2px 0 14px; }
.act, .button { min-height: 36px; padding: 0 14px; border-radius: 6px; border: 1px solid var(--line); background: none; font-weight: 560; cursor: pointer; transition: background 140ms, border-color 140ms; }
.act { margin-top: auto; align-self: flex-start; }
.act:hover, .button:hover { background: var(--brand-wash); border-color: var(--brand); }
.slip:first-child .act { background: var(--brand); border-color: var(--brand); color: var(--on-brand); padding-inline: 20px; }
.slip:first-child .act:hover { background: var(--brand-deep); }
.slip-done .act, .slip:first-child.slip-done .act, .slip-done .act:hover { background: none; border-color: transparent; color: var(--kind); padding-inline: 0; cursor: default; }
.slip-done { animation: settle 220ms ease-out; }
.slip-done .slip-title { text-decoration: line-through; text-decoration-thickness: 1px; text-decoration-color: var(--line); }
@keyframes settle { 40% { transform: translateY(2px); } }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 300px; gap: 36px; align-items: start; }
.columns h2 { margin-bottom: 12px; }
.sheet { background: var(--sheet); border: 1px solid var(--rule); border-radius: 8px; box-shadow: var(--shade); }
.quiet { padding: 36px 20px; text-align: center; color: var(--soft); }
.quiet .button { margin-top: 10px; color: var(--ink); }
.waiting { height: 420px; background: linear-gradient(var(--sheet), var(--paper)); }
.row { display: grid; grid-template-columns: 30px minmax(0, 1fr) auto 112px; align-items: center; gap: 13px; padding: 11px 18px; border-bottom: 1px solid var(--rule); }
.row:last-child { border-bottom: 0; }
.row:hover { background: var(--hover); }
.row-what { display: flex; flex-direction: column; line-height: 1.4; min-width: 0; }
.row-who { font-size: 13px; color: var(--soft); }
.row-who b { font-weight: 560; color: var(--ink); }
.row-title { font-weight: 500; }
.bot { margin-inline-start: 6px; padding: 0 6px; border: 1px solid var(--line); border-radius: 4px; font-size: 11.5px; }
.row-facts { display: grid; grid-template-columns: 84px 88px 66px; align-items: center; gap: 12px; font-size: 13px; color: var(--soft); white-space: nowrap; }
.kind { display: inline-flex; align-items: center; gap: 6px; color: var(--kind); font-weight: 560; }
.kind .glyph { width: 15px; height: 15px; }
.row-files { text-align: end; font-variant-numeric: tabular-nums; }
.row-when { font-size: 13px; color: var(--soft); text-align: end; white-space: nowrap; }
.projects li { padding: 13px 18px 15px; border-bottom: 1px solid var(--rule); }
.projects li:last-child { border-bottom: 0; }
.project-name { font-weight: 560; display: flex; align-items: center; gap: 10px; }
.project-key { font: 500 11.5px/1 var(--mono); padding: 4px 6px; border-radius: 4px; background: var(--brand-wash); color: var(--brand-deep); }
.project-count { font-size: 13px; color: var(--soft); margin: 3px 0 8px; }
.meter { display: block; width: 100%; height: 4px; border-radius: 2px; }
.meter-track { fill: var(--rule); }
.meter-fill { fill: var(--brand); }
.list-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 12px 24px; padding: 34px 0 18px; }
.search, .choose { position: relative; display: inline-flex; align-items: center; }
.search { flex: 0 1 320px; }
.search .glyph { position: absolute; inset-inline-start: 11px; color: var(--soft); pointer-events: none; }
.search input, .choose select { width: 100%; min-height: 38px; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); }
.search input { padding: 0 12px 0 35px; }
.search input::placeholder { color: var(--soft); opacity: 1; }
.choose select { appearance: none; padding: 0 32px 0 12px; cursor: pointer; }
.choose .glyph { position: absolute; inset-inline-end: 10px; color: var(--soft); pointer-events: none; }
@media (max-width: 1020px) { .columns { grid-template-columns: minmax(0, 1fr); } .projects { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); } .projects li { border: 0; } }
@media (max-width: 760px) {
  .hero { padding: 28px 0 24px; }
  .hero > h1, .hero > p { max-width: none; }
  .hull { opacity: .3; }
  .desk { grid-template-columns: minmax(0, 1fr); gap: 10px; }
  .slip:first-child { grid-column: auto; }
  .row { grid-template-columns: 30px minmax(0, 1fr) auto; padding-inline: 14px; }
  .row-facts { display: flex; flex-wrap: wrap; grid-column: 2 / -1; grid-row: 2; gap: 0 12px; white-space: normal; }
  .search { flex: 1 1 100%; }
}
@media (min-width: 520px) and (max-width: 760px) { .desk { grid-template-columns: 1fr 1fr; } .slip:first-child { grid-column: span 2; } }
`;
