/** Tables: dense, with room to breathe; on narrow screens they keep what matters most. */
export const lists = `
.table { width: 100%; border-collapse: collapse; }
.table th, .table td { padding: 9px 12px; text-align: start; font-weight: inherit; vertical-align: middle; border-bottom: 1px solid var(--border); }
.table thead th { padding-block: 10px; font-size: 12.5px; font-weight: 540; color: var(--muted); white-space: nowrap; }
.table tbody tr:last-child > * { border-bottom: 0; }
.table tbody tr { transition: background var(--quick); }
.table tbody tr:hover { background: var(--hover); }
.table th:first-child, .table td:first-child { padding-inline-start: 20px; }
.table th:last-child, .table td:last-child { padding-inline-end: 20px; }
.table .number { text-align: end; }
.table td.muted { color: var(--muted); }
.sort { display: inline-flex; align-items: center; gap: 4px; padding: 2px 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; }
.sort .icon { width: 12px; height: 12px; opacity: 0; }
.sort:hover .icon { opacity: .6; }
.sort-on { color: var(--text); font-weight: 620; }
.sort-on .icon, .sort-on:hover .icon { opacity: 1; }
th.number .sort { flex-direction: row-reverse; }
.who { display: inline-flex; align-items: center; gap: 12px; min-width: 0; }
.who-names { display: flex; flex-direction: column; line-height: 1.35; min-width: 0; }
.row-link { font-weight: 560; }
.row-link bdi, .live-names a:first-child bdi { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.row-link:hover, .live-names a:hover { text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1px; }
.who-company { font-size: 12.5px; color: var(--muted); }
.cell-seen, .cell-when { white-space: nowrap; font-size: 13px; }
.cell-points.gain { color: var(--accent-strong); }
.event-id { display: block; font-size: 11.5px; margin-inline-start: 15px; }
.capped { display: inline-block; margin-inline-start: 8px; padding: 1px 8px; border-radius: 99px; background: var(--warning-soft); color: var(--warning);
  font-size: 12px; font-weight: 520; }
.ledger-table .cell-points { width: 96px; }
.stale { opacity: .6; transition: opacity var(--quick) 120ms; }
@media (max-width: 980px) { .people-table .cell-badges, .people-table .cell-events { display: none; } }
@media (max-width: 720px) {
  .table th, .table td { padding-inline: 8px; }
  .table th:first-child, .table td:first-child { padding-inline-start: 14px; }
  .table th:last-child, .table td:last-child { padding-inline-end: 14px; }
  .people-table .cell-seen, .companies-table .cell-events, .companies-table .cell-seen { display: none; }
  .people-table .level-title { display: none; }
  .ledger-table .cell-version, .ledger-table .event-id { display: none; }
  .ledger-table thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  .ledger-table tr { display: grid; grid-template-columns: 64px minmax(0, 1fr); padding: 8px 0; border-bottom: 1px solid var(--border); }
  .ledger-table td { border: 0; padding: 1px 14px 1px 8px; }
  .ledger-table .cell-points { grid-row: 1 / 4; width: auto; padding-inline: 14px 0; text-align: start; }
  .ledger-table .cell-event, .ledger-table .cell-when { grid-column: 2; }
  .card-foot { padding-inline: 14px; }
}
`;
