/** Streaks and their calendars. */
export const streaksCss = `
.streaks>ul{display:grid;gap:calc(var(--_s)*3)}
.run{display:flex;flex-wrap:wrap;align-items:center;gap:0 calc(var(--_s)*3);margin-block-start:4px}
.run .mark{display:grid;place-items:center;flex:none;inline-size:40px;block-size:40px;border-radius:50%;background:var(--_accent-soft);color:var(--_accent-text);font-size:1.357em}
.start .run .mark{background:var(--_raised);color:var(--_muted)}
.now .run .mark{background:var(--_accent);color:var(--_on-accent)}
.run p{flex:1 1 6em;min-inline-size:0}
.run .count{white-space:nowrap;font-size:1.857em;font-weight:650;letter-spacing:-.03em;line-height:1.2}
.run .best{flex:none;margin-inline-start:auto;font-size:.857em}
.pulse{display:flex;align-items:center;gap:6px;margin-block-start:calc(var(--_s)*3);font-weight:550}
.now .pulse{color:var(--_success)}
.spare{display:flex;align-items:center;gap:6px;margin-block-start:4px;font-size:.857em}
.spare .icon{color:var(--_accent-text)}
.calendar{display:flex;gap:4px;margin-block-start:calc(var(--_s)*4)}
.week-column{flex:1;min-inline-size:0;display:grid;gap:4px}
.week-column .month{position:relative;block-size:1.4em}
.week-column .month span{position:absolute;inset-inline-start:0;white-space:nowrap}
.month{font-size:.786em;color:var(--_muted);line-height:1.4}
.cell{display:block;inline-size:100%;block-size:18px;border-radius:5px}
.cell.active{background:var(--_accent-tint)}
.cell.active.run-on{background:var(--_accent-mark)}
.cell.missed{background:var(--_track)}
.cell.frozen{background:var(--_accent-soft);box-shadow:inset 0 0 0 1.5px var(--_accent-mark)}
.cell.open{background:var(--_surface);box-shadow:inset 0 0 0 2px var(--_accent-mark)}
.cell.off{background:radial-gradient(circle,var(--_line) 2px,transparent 2.5px)}
.cell.paused{background:repeating-linear-gradient(135deg,var(--_accent-mark) 0 2px,var(--_raised) 2px 6px)}
.spare .cell{flex:none;inline-size:1.1em;block-size:1.1em;border-radius:4px}
.period{flex:1;min-inline-size:0;text-align:center}
.period .cell{block-size:22px;border-radius:6px;margin-block-end:4px}
.period .month{display:block;overflow:hidden;white-space:nowrap}
@media (forced-colors:active){
.cell{forced-color-adjust:none}
}
`;
