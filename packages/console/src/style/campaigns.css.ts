/** Campaigns: their list, what came of them, and why somebody gets one. */
export const campaigns = `
.status { display: inline-block; padding: 1px 9px; border-radius: 99px; background: var(--hover); color: var(--muted); font-size: 12px; font-weight: 560; white-space: nowrap; }
.status-live { background: var(--accent-soft); color: var(--accent-strong); }
.status-paused { background: var(--warning-soft); color: var(--warning); }
.campaigns-table .cell-name { max-width: 300px; }
.campaign-whom { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; font-size: 12.5px; font-weight: 400; }
.campaigns-table td { font-size: 13px; }
.campaigns-table td .muted { font-size: 12.5px; }
.campaigns-table .cell-lift { white-space: nowrap; }
.campaigns-table .cell-kind { white-space: nowrap; }
.campaigns-table .cell-goal { min-width: 152px; }
.lift-more .strong, .strong.lift-more { color: var(--accent-strong); }
.lift-fewer .strong, .strong.lift-fewer { color: var(--danger); }
.about { margin-bottom: 18px; }
.about .facts dd { overflow-wrap: anywhere; }
.fact-wide { grid-column: 1 / -1; }
.stacked { margin-bottom: 18px; }
.stacked .card-head { flex-wrap: wrap; gap: 2px 16px; }
.split + .card { margin-bottom: 18px; }
.effect .card-head { padding: 18px 20px 0; }
.effect-said { padding: 0 20px 12px; font-size: 13.5px; }
.interval { display: block; width: calc(100% - 40px); height: auto; margin: 0 20px 10px; overflow: visible; }
.interval-line { stroke: var(--border); stroke-width: 1; }
.interval-nought { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 2 2; }
.interval-range { fill: var(--muted); opacity: .45; }
.interval-point { fill: var(--muted); stroke: var(--surface); stroke-width: 1.5; }
.lift-more .interval-range, .lift-more .interval-point { fill: var(--accent); }
.lift-fewer .interval-range, .lift-fewer .interval-point { fill: var(--danger); }
.parts-head { margin-top: 20px; }
.picker { display: grid; gap: 10px; }
.picker-found { display: flex; flex-wrap: wrap; gap: 8px; }
.picker-choice { display: flex; align-items: center; gap: 10px; min-height: 44px; max-width: 100%; padding: 4px 14px 4px 6px; border: 1px solid var(--border); border-radius: 99px;
  background: var(--surface); text-align: start; font-size: 13px; line-height: 1.3; cursor: pointer; }
.picker-choice > span:last-child { min-width: 0; }
.picker-choice:hover { background: var(--hover); border-color: var(--line); }
.decided-for { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 12px; margin-bottom: 12px; }
.decided-for p { flex: 1 1 180px; min-width: 0; }
.verdict-said { margin-bottom: 12px; font-weight: 560; }
.verdict-said .muted { font-weight: 400; }
.gates { display: grid; gap: 1px; border: 1px solid var(--border); border-radius: var(--radius-small); background: var(--border); overflow: hidden; }
.gates > li { display: grid; grid-template-columns: 20px minmax(0, 1fr); gap: 10px; padding: 9px 14px; background: var(--surface); }
.gates > .gate-shut { background: var(--danger-soft); }
.gate-name { font-weight: 560; font-size: 13.5px; }
.gate-mark .icon { margin-top: 2px; stroke-width: 2.4; }
.gate-open .gate-mark { color: var(--accent-strong); }
.gate-shut .gate-mark { color: var(--danger); }
.readings { display: grid; gap: 3px; margin-top: 3px; font-size: 13px; }
.readings li { display: flex; flex-wrap: wrap; gap: 0 12px; }
.gate-shut .reading-fails { font-weight: 560; }
.reading-has { color: var(--muted); }
.gate-shut .reading-has { color: var(--text); }
.gate-shut .reading-fails .reading-has { color: var(--danger); }
.preview-acts { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; }
.stage { display: grid; place-items: center; min-height: 220px; margin-top: 14px; border: 1px dashed var(--line); border-radius: var(--radius-small); background: var(--ground); }
.stage[hidden] { display: none; }
.stage-element { padding: 6px 14px; border-radius: var(--radius-small); background: var(--surface); border: 1px solid var(--border); color: var(--muted); font-size: 13px; }
.decision-asked { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; }
.decision-asked .labeled { flex: 1 1 220px; }
.decision-asked + .picker { margin-top: 18px; }
.verdict-of { border-top: 1px solid var(--border); padding: 10px 0; }
.verdict-of > summary { display: flex; flex-wrap: wrap; gap: 4px 10px; align-items: center; cursor: pointer; list-style: none; }
.verdict-of > summary::before { content: "+"; width: 10px; font-weight: 620; color: var(--muted); }
.verdict-of[open] > summary::before { content: "−"; }
.verdict-of[open] > summary { margin-bottom: 10px; }
.verdict-of > p:last-child { margin-top: 10px; }
.verdict-chip { min-width: 76px; padding: 1px 9px; border-radius: 99px; background: var(--hover); color: var(--muted); font-size: 12px; font-weight: 560; text-align: center; }
.verdict-chip.verdict-delivered { background: var(--accent-soft); color: var(--accent-strong); }
.verdict-chip.verdict-standby { background: var(--warning-soft); color: var(--warning); }
.push form { display: grid; gap: 16px; justify-items: start; }
.push fieldset { display: flex; flex-wrap: wrap; gap: 12px 16px; margin: 0; padding: 0; border: 0; min-width: 0; }
.push .picker { width: 100%; }
.push .sure, .push > .outcome { margin-top: 16px; }
.push .pushes-table { margin-top: 16px; }
@media (max-width: 1120px) { .campaigns-table .cell-held, .campaigns-table .cell-kind { display: none; } }
@media (max-width: 980px) { .campaigns-table .cell-goal, .campaigns-table .cell-completed { display: none; } }
@media (max-width: 720px) {
  .campaigns-table .cell-entered, .campaigns-table .cell-shown { display: none; }
  .gates > li { padding-inline: 10px; }
}
`;
