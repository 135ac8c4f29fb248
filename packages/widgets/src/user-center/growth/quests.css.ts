/** Quests, and the checklist made of one. */
export const questsCss = `
.quests>ul{display:grid;gap:calc(var(--_s)*2)}
.quest{border:1px solid var(--_border);border-radius:var(--_radius);overflow:hidden}
.quest>button{display:flex;flex-wrap:wrap;align-items:center;justify-content:flex-end;gap:4px calc(var(--_s)*3);inline-size:100%;padding:calc(var(--_s)*3) calc(var(--_s)*4);transition:background .12s}
.quest>button:hover{background:var(--_raised)}
.root .quest>button:focus-visible{outline-offset:-3px;border-radius:var(--_radius)}
.seal{position:relative;display:grid;place-items:center;flex:none;inline-size:36px;block-size:36px;color:var(--_accent-text)}
.seal .ring{position:absolute;inset:0}
.done>button .seal{border-radius:50%;background:var(--_success-soft);color:var(--_success)}
.missed>button .seal{color:var(--_muted)}
.what{flex:1 1 6em;min-inline-size:0}
.what .name,.what .note{display:block}
.what .name{font-weight:600}
.done .what .name,.missed .what .name{font-weight:500}
.missed .what .name{color:var(--_muted)}
.what .note{font-size:.857em}
.quest .points,.checklist .points{flex:none;font-weight:650;color:var(--_accent-text)}
.done>button .points{color:var(--_success)}
.quest .icon-fold{color:var(--_muted);transition:transform .16s var(--_ease)}
.quest [aria-expanded=true] .icon-fold{transform:rotate(180deg)}
.quest-steps{padding:0 calc(var(--_s)*4) calc(var(--_s)*4);animation:fade .16s ease-out}
.quest-steps>.note+.note{margin-block-start:2px}
.kinds{display:flex;flex-wrap:wrap;gap:0 calc(var(--_s)*3);font-size:.857em}
.quest-steps>.steps{margin-block-start:calc(var(--_s)*3)}
.task{position:relative;display:flex;flex-wrap:wrap;align-items:flex-start;gap:2px calc(var(--_s)*3);padding-block:5px}
.ordered .task:not(:last-child)::before{content:"";position:absolute;inset-block:30px -3px;inset-inline-start:11px;inline-size:2px;background:var(--_border)}
.ordered .task.done:not(:last-child)::before{background:var(--_accent-mark);opacity:.45}
.dot{flex:none;display:grid;place-items:center;inline-size:24px;block-size:24px;border:2px solid var(--_line);border-radius:50%;color:var(--_muted);font-size:.857em;font-weight:600;line-height:1}
.next .dot{border-color:var(--_accent-mark);color:var(--_accent-text)}
.task.done .dot{border-color:transparent;background:var(--_success-soft);color:var(--_success)}
.task .name{flex:1 1 6em;min-inline-size:0;padding-block-start:2px}
.task.next .name{font-weight:550}
.task:not(.next) .name{color:var(--_muted)}
.task>.note{flex:none;margin-inline-start:auto;padding-block-start:3px;font-size:.857em}
.meter{display:block;block-size:4px;margin-block-start:6px;border-radius:99px;background:var(--_track);overflow:hidden}
.meter span{display:block;block-size:100%;border-radius:99px;background:var(--_accent-mark);transition:inline-size .24s var(--_ease)}

.checklist .heading{margin-block-end:0}
.segments{display:flex;gap:4px;margin-block:calc(var(--_s)*3) calc(var(--_s)*2)}
.segment{flex:1;block-size:6px;border-radius:99px;background:var(--_track);transition:background .24s}
.segment.done{background:var(--_accent-mark)}
.segments.one{border-radius:99px;background:var(--_track);overflow:hidden}
.one .segment{flex:none}
.checklist .link{margin-block-start:calc(var(--_s)*2);font-size:.929em}
`;
