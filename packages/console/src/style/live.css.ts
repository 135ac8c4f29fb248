/** The live list. */
export const live = `
.pill { display: inline-flex; align-items: center; gap: 8px; padding: 4px 12px 4px 10px; border-radius: 99px; background: var(--raised); border: 1px solid var(--border);
  font-size: 12.5px; font-weight: 560; color: var(--muted); }
.pill-dot { width: 8px; height: 8px; border-radius: 50%; background: var(--muted); }
.pill-live { background: var(--accent-soft); border-color: transparent; color: var(--accent-strong); }
.pill-live .pill-dot { background: var(--accent); animation: pulse 2.4s ease-out infinite; }
.pill-waiting { background: var(--warning-soft); border-color: transparent; color: var(--warning); }
.pill-waiting .pill-dot { background: var(--warning); }
@keyframes pulse { 0% { box-shadow: 0 0 0 0 color-mix(in srgb, var(--accent) 50%, transparent); } 60%, 100% { box-shadow: 0 0 0 8px transparent; } }
.live-row { display: grid; grid-template-columns: 62px 20px minmax(120px, 152px) minmax(150px, 200px) minmax(0, 1fr) 52px 34px; align-items: center;
  column-gap: 14px; padding: 8px 12px 8px 20px; border-bottom: 1px solid var(--border); animation: arrive 220ms cubic-bezier(.2, .7, .3, 1); }
.live-row:last-child { border-bottom: 0; }
.live-row:hover { background: var(--hover); }
@keyframes arrive { from { background: var(--accent-soft); opacity: .2; transform: translateY(-4px); } }
.live-time { font-size: 12.5px; color: var(--muted); }
.verdict { display: inline-flex; align-items: center; gap: 5px; font-size: 12.5px; font-weight: 560; color: var(--accent-strong); }
.verdict .icon { width: 14px; height: 14px; stroke-width: 2.4; }
.verdict-rejected { color: var(--danger); }
.live-row-own { padding-block: 4px; }
.live-row-own .event-name, .live-row-own .live-names a:first-child { color: var(--muted); font-weight: 450; }
.live-row-own .avatar { width: 22px; height: 22px; font-size: 9px; margin-inline: 3px; }
.live-row-own .live-names .muted { display: none; }
.live-row-rejected { background: color-mix(in srgb, var(--danger-soft) 45%, transparent); }
.live-row-rejected .verdict { grid-column: 2 / 3; }
.live-row-rejected .live-entries { grid-column: span 3; color: var(--danger); font-size: 13px; }
.event-code::before { background: var(--danger); border-radius: 50%; }
.live-who { display: flex; align-items: center; gap: 10px; min-width: 0; }
.live-who .avatar { width: 28px; height: 28px; font-size: 10.5px; }
.live-names { display: flex; flex-direction: column; line-height: 1.3; min-width: 0; }
.live-names a:first-child { font-weight: 560; }
.live-names .muted { font-size: 12px; }
.live-entries { display: flex; flex-wrap: wrap; gap: 5px; font-size: 13px; min-width: 0; }
.entry { display: inline-block; padding: 2px 9px; border-radius: 6px; background: var(--accent-wash); font-size: 12.5px; }
.entry b { font-weight: 680; color: var(--accent-strong); }
.entry-capped { background: var(--warning-soft); }
.entry-capped b, .entry-why { color: var(--warning); }
.live-points { font-size: 15px; font-weight: 660; color: var(--accent-strong); text-align: end; min-width: 44px; }
.live-points.muted { color: var(--muted); font-weight: 400; }
.live-details { grid-column: 1 / -1; }
.live-details:not([hidden]) { margin: 8px 8px 6px 0; padding: 14px 16px; border-radius: var(--radius-small); background: var(--raised); border: 1px solid var(--border); }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(230px, 1fr)); gap: 10px 20px; }
.facts dt { font-size: 12px; color: var(--muted); }
.live-reasons { display: grid; gap: 6px; margin-top: 14px; padding-top: 12px; border-top: 1px solid var(--border); }
.live-reasons li { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; }
@media (max-width: 1120px) {
  .live-row { grid-template-columns: 64px minmax(0, 1fr) auto 34px; row-gap: 3px; column-gap: 10px; padding: 10px 8px 10px 16px; }
  .live-time { grid-row: 1; }
  .verdict { display: none; }
  .live-row-rejected .verdict { display: inline-flex; grid-column: 4; grid-row: 1; }
  .event-name { grid-column: 2; grid-row: 1; }
  .live-points { grid-column: 3; grid-row: 1; }
  .live-more { grid-column: 4; grid-row: 1; }
  .live-who, .live-entries, .live-row-rejected .live-entries { grid-column: 2 / -1; }
  .live-names { flex-direction: row; flex-wrap: wrap; gap: 0 8px; align-items: baseline; }
  .facts { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 560px) {
  .live-row { grid-template-columns: minmax(0, 1fr) auto 34px; }
  .event-name { grid-column: 1; }
  .live-points { grid-column: 2; }
  .live-more, .live-row-rejected .verdict { grid-column: 3; }
  .live-who { grid-column: 1; grid-row: 2; }
  .live-time { grid-column: 2 / -1; grid-row: 2; padding-inline-end: 10px; text-align: end; }
  .live-entries, .live-row-rejected .live-entries { grid-column: 1 / -1; }
}
`;
