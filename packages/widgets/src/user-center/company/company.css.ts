/** The company view. */
export const companyCss = `
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(100px,1fr));gap:calc(var(--_s)*2)}
.tile{display:flex;flex-direction:column;justify-content:space-between;gap:4px;padding:calc(var(--_s)*3);border-radius:calc(var(--_radius)*.8);background:var(--_raised)}
.tile .note{font-size:.857em;line-height:1.35}
.tile dd{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 6px}
.tile .count{white-space:nowrap;font-size:1.429em;font-weight:650;letter-spacing:-.02em}
.lines{display:grid;gap:14px}
.line-row{display:grid;grid-template-columns:minmax(0,1fr) fit-content(40%);align-items:baseline;gap:4px calc(var(--_s)*3)}
.line-row .name{font-weight:500}
.line-row .number{display:inline-block;min-inline-size:1.5em;color:var(--_muted);font-weight:400}
.line-row .points{font-weight:650;text-align:end}
.line-row .note{font-size:.857em}
.line-row .meter,.line-row .meter~.note{grid-column:1/-1}
.line-row .meter{position:relative;block-size:8px;margin:0}
.line-row .meter span{position:absolute;inset-block:0;inset-inline-start:0}
.meter .ever{background:var(--_accent-tint)}
.privacy{display:flex;gap:calc(var(--_s)*2);padding-block-start:calc(var(--_s)*4);border-block-start:1px solid var(--_border);font-size:.857em}
`;
