/** What operators do: reasons, corrections, simulations. */
export const work = `
.why-row > td { background: var(--raised); }
.table tbody .why-row:hover { background: none; }
.table tr:has(+ .why-row:not([hidden])) > td { border-bottom-color: transparent; }
.cell-why { width: 44px; }
.why { display: grid; gap: 12px; padding: 4px 0 8px; max-width: 860px; }
.why-sum { font-weight: 560; }
.why-listeners { display: grid; gap: 8px; }
.why-listeners li { display: grid; grid-template-columns: 64px minmax(0, 1fr); gap: 10px; padding: 8px 12px; border: 1px solid var(--border);
  border-radius: var(--radius-small); background: var(--surface); }
.why-listeners .gain { color: var(--accent-strong); }
.why-verdict { font-size: 13px; }
.why-fault { display: block; }
.sure { display: grid; gap: 10px; padding: 12px 14px; border: 1px solid var(--line); border-radius: var(--radius-small); background: var(--surface); }
.sure-acts, .draft-acts { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.outcome { display: flex; gap: 8px; align-items: start; }
.outcome .icon { margin-top: 3px; }
.outcome-done { color: var(--accent-strong); font-weight: 560; }
.outcome-failed { color: var(--danger); }
.correct { margin: 18px 0; }
.correct > summary { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: baseline; cursor: pointer; list-style: none; }
.correct > summary::before { content: "+"; width: 10px; font-weight: 620; color: var(--muted); }
.correct[open] > summary::before { content: "−"; }
.correct form { display: grid; gap: 16px; justify-items: start; margin-top: 16px; }
.correct fieldset { display: flex; flex-wrap: wrap; gap: 12px 16px; margin: 0; padding: 0; border: 0; min-width: 0; }
.labeled { display: grid; gap: 5px; font-size: 13px; font-weight: 540; min-width: 0; max-width: 100%; }
.labeled input, .labeled select, .labeled textarea { font-weight: 400; font-size: 14px; }
.labeled .field input { padding: 0 12px; width: 100%; min-width: 0; }
.labeled-inline { display: flex; align-items: center; gap: 8px; }
.draft { display: grid; gap: 14px; margin-bottom: 18px; }
.draft textarea { width: 100%; padding: 10px 12px; font: 400 12.5px/1.5 var(--mono); color: inherit; border: 1px solid var(--line);
  border-radius: var(--radius-small); background: var(--raised); resize: vertical; }
.draft-acts .button-main { margin-inline-start: auto; }
.simulation-about { margin-bottom: 14px; }
.compared { margin-bottom: 18px; }
.compared .card-head { padding: 16px 20px 0; margin-bottom: 4px; }
.split .compared { margin-bottom: 0; }
.findings { display: grid; gap: 8px; }
.findings li { display: flex; gap: 9px; }
.findings .icon { margin-top: 3px; color: var(--warning); }
@media (max-width: 720px) {
  .ledger-table tr { grid-template-columns: 64px minmax(0, 1fr) 48px; }
  .ledger-table .cell-points { grid-column: 1; }
  .ledger-table .cell-rule { grid-column: 2; }
  .ledger-table td.cell-why { grid-column: 3; grid-row: 1 / 4; width: auto; padding-inline: 0 8px; align-self: start; }
  .silent-table tr { grid-template-columns: 8px minmax(0, 1fr) 48px; }
  .ledger-table .why-row:not([hidden]) { display: block; padding: 0 14px; }
  .ledger-table .why-row[hidden] { display: none; }
  .ledger-table .why-row > td { display: block; padding: 8px 0; background: none; }
  .compared .cell-live { display: none; }
  .why-listeners li { grid-template-columns: 52px minmax(0, 1fr); }
}
@media (max-width: 420px) { .rail-pages a { padding: 0 3px; font-size: 13px; } .rail-pages .icon { display: none; } }
`;
