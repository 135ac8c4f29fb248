/** The rail beside the page, on narrow screens above it. */
export const frame = `
.frame { display: grid; grid-template-columns: 232px minmax(0, 1fr); min-height: 100vh; }
.rail { position: sticky; top: 0; height: 100vh; display: flex; flex-direction: column; gap: 4px; padding: 18px 14px 14px;
  border-right: 1px solid var(--border); background: var(--surface); overflow-y: auto; }
.skip { position: absolute; left: 12px; top: -60px; z-index: 2; padding: 8px 14px; border: 0; border-radius: var(--radius-small);
  background: var(--accent); color: var(--on-accent); }
.skip:focus { top: 12px; }
.brand { display: flex; align-items: center; gap: 10px; padding: 0 6px 16px; font-weight: 680; font-size: 15.5px; letter-spacing: -.015em; }
.brand:hover { color: inherit; }
.brand-kind { font-weight: 450; color: var(--muted); letter-spacing: 0; }
.mark { width: 28px; height: 28px; flex: none; }
.mark-ground { fill: var(--mark-ground); }
.mark-post { fill: var(--mark-post); }
.mark-foot { fill: none; stroke: var(--mark-foot); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; }
.find { display: flex; align-items: center; gap: 8px; width: 100%; min-height: 34px; padding: 0 8px 0 10px; margin-bottom: 10px;
  border: 1px solid var(--border); border-radius: var(--radius-small); background: var(--raised); color: var(--muted); cursor: pointer;
  transition: border-color var(--quick); }
.find:hover { border-color: var(--line); }
.find-label { flex: 1; text-align: start; }
kbd { font: 500 11px/1 var(--sans); padding: 4px 6px; border-radius: 5px; border: 1px solid var(--border); background: var(--surface); }
.rail-pages { display: flex; flex-direction: column; gap: 2px; }
.rail-pages a { display: flex; align-items: center; gap: 10px; min-height: 36px; padding: 0 10px; border-radius: var(--radius-small);
  color: var(--muted); font-weight: 520; transition: background var(--quick), color var(--quick); }
.rail-pages a:hover { background: var(--hover); color: var(--text); }
.rail-pages a[aria-current] { background: var(--accent-soft); color: var(--accent-strong); font-weight: 600; }
.rail-pages .icon { width: 18px; height: 18px; }
.hub-facts { margin-top: auto; padding: 14px 10px 12px; font-size: 12.5px; color: var(--muted); }
.hub-facts dl { display: grid; gap: 3px; padding-bottom: 10px; }
.hub-facts dl > div { display: flex; justify-content: space-between; }
.hub-facts dd { color: var(--text); font-weight: 560; }
.hub-facts p { font-size: 11.5px; line-height: 1.55; }
.choices { display: flex; align-items: center; gap: 2px; padding-top: 10px; border-top: 1px solid var(--border); }
.choice-leave { margin-inline-start: auto; }
.main { min-width: 0; }
.page { max-width: 1240px; margin: 0 auto; padding: 30px 36px 64px; }
.page-head { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 16px; margin-bottom: 20px; }
.page-title p { color: var(--muted); margin-top: 2px; }
.page-acts { display: flex; gap: 8px; margin-inline-start: auto; }
.trail { display: flex; align-items: center; gap: 6px; margin-bottom: 18px; color: var(--muted); font-size: 13px; }
.trail .icon { width: 12px; height: 12px; }
.section-head { display: flex; flex-wrap: wrap; align-items: end; justify-content: space-between; gap: 8px 16px; margin: 30px 0 12px; }
.card { background: var(--surface); border: 1px solid var(--border); border-radius: var(--radius); box-shadow: var(--shadow); }
.card-padded { padding: 18px 20px; }
.card-head { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; margin-bottom: 14px; }
.card-foot { display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 10px 20px; min-height: 52px;
  border-top: 1px solid var(--border); font-size: 13px; }
.split { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 18px; margin-bottom: 18px; }
.gate { min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; }
.gate-card { width: min(400px, 100%); display: flex; flex-direction: column; gap: 12px; padding: 32px; background: var(--surface);
  border: 1px solid var(--border); border-radius: 16px; box-shadow: var(--lift); }
.gate-card .mark { width: 40px; height: 40px; }
.gate-card h1 { margin-top: 6px; }
.gate-card label { font-weight: 560; margin-top: 6px; }
.gate-card input { min-height: 40px; padding: 0 12px; border: 1px solid var(--line); border-radius: var(--radius-small);
  background: var(--raised); font-family: var(--mono); width: 100%; }
.gate-refused { display: flex; gap: 8px; color: var(--danger); font-size: 13px; }
.gate-refused .icon, .gate-kept .icon { margin-top: 2px; }
.gate-kept { display: flex; gap: 8px; font-size: 12.5px; }
@media (max-width: 1040px) { .split { grid-template-columns: minmax(0, 1fr); } .page { padding: 26px 24px 56px; } }
@media (max-width: 820px) {
  .frame { grid-template-columns: minmax(0, 1fr); grid-template-rows: auto 1fr; }
  .rail { position: static; height: auto; flex-flow: row wrap; align-items: center; gap: 6px 8px; padding: 10px 14px; border-right: 0;
    border-bottom: 1px solid var(--border); }
  .brand { padding: 0; margin-inline-end: auto; }
  .find { width: auto; margin: 0; padding: 0 9px; }
  .find-label, .find kbd, .hub-facts { display: none; }
  .choices { border: 0; padding: 0; }
  .choices .choice-label { display: none; }
  .rail-pages { order: 5; flex: 1 0 100%; flex-direction: row; }
  .rail-pages a { flex: 1; justify-content: center; gap: 7px; padding: 0 6px; }
  .page { padding: 20px 16px 48px; }
}
@media (max-width: 420px) {
  .brand-kind { display: none; }
  .page-acts { margin-inline-start: 0; width: 100%; }
  .page-acts .button:first-child { flex: 1; }
  .gate-card { padding: 24px 20px; }
}
`;
