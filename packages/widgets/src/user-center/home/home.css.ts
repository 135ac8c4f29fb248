/** The home tab. */
export const homeCss = `
.figure{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 10px;margin-block:2px calc(var(--_s)*3)}
.value{font-size:2.857em;font-weight:650;letter-spacing:-.03em;line-height:1.15}
.value.long{font-size:1.857em;line-height:1.77}
.on-the-way{color:var(--_accent-text);font-weight:550}
.bar{block-size:8px;border-radius:99px;background:var(--_track);overflow:hidden}
.bar span{display:block;block-size:100%;min-inline-size:8px;border-radius:99px;background:var(--_accent-mark);transition:inline-size .24s var(--_ease)}
.scale{display:flex;justify-content:space-between;gap:calc(var(--_s)*4);margin-block-start:calc(var(--_s)*2);font-size:.929em}
.scale .missing{font-weight:550}
.scale .goal{color:var(--_muted);flex:none}
.lapsing{margin-block-start:calc(var(--_s)*2);font-size:.929em}
.lapsing+.lapsing{margin-block-start:2px}

.card{padding:calc(var(--_s)*4);border:1px solid var(--_border);border-radius:var(--_radius);background:var(--_surface)}
.next-step{display:flex;align-items:center;gap:calc(var(--_s)*3);border-color:transparent;background:var(--_accent-soft)}
.next-step div{flex:1;min-inline-size:0}
.next-step .name{font-weight:600}
.next-step .mark{display:grid;place-items:center;flex:none;inline-size:36px;block-size:36px;border-radius:50%;background:var(--_accent);color:var(--_on-accent)}
[dir=rtl] .icon-step{transform:scaleX(-1)}
.next-step .gain{flex:none;color:var(--_accent-text);font-size:1.143em;font-weight:650}
.next-step.done{background:var(--_raised)}
.next-step.done .mark{background:var(--_success-soft);color:var(--_success)}
.next-step.done .name{font-weight:400}

.week header{display:flex;align-items:baseline;justify-content:space-between;gap:calc(var(--_s)*3)}
.week h3{font-weight:650}
.week .total{font-size:1.143em;font-weight:650}
.bars{display:grid;grid-template-columns:repeat(7,minmax(0,1fr));gap:calc(var(--_s)*2);margin-block-start:calc(var(--_s)*4)}
.bars li{position:relative;text-align:center}
.column{display:flex;flex-direction:column;justify-content:flex-end;align-items:center;block-size:84px}
.none .column{block-size:24px}
.amount{font-size:.786em;line-height:1.5;color:var(--_muted);white-space:nowrap}
.stick{flex:none;inline-size:100%;max-inline-size:28px;min-block-size:3px;border-radius:5px 5px 2px 2px;background:var(--_accent-tint);transition:block-size .24s var(--_ease)}
.today .stick{background:var(--_accent-mark)}
.today .amount,.today .weekday{color:var(--_accent-text);font-weight:650}
.weekday{display:block;margin-block-start:6px;font-size:.786em;color:var(--_muted);white-space:nowrap;overflow:hidden}

.benefits ul{display:grid;gap:14px}
.benefit{display:flex;gap:calc(var(--_s)*3);align-items:flex-start}
.benefit .mark{display:grid;place-items:center;flex:none;inline-size:28px;block-size:28px;border-radius:50%;background:var(--_raised);color:var(--_muted);font-size:.929em}
.benefit.owned .mark{background:var(--_success-soft);color:var(--_success)}
.benefit .name{font-weight:550;padding-block-start:3px}
.benefit:not(.owned) .name{color:var(--_muted)}
`;
