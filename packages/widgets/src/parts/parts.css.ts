/** Parts that stand alone on the page. */
export const partsCss = `
:host{display:block}
.piece{position:relative;display:flex;flex-direction:column;gap:calc(var(--_s)*4);padding:calc(var(--_s)*5);color:var(--_text);background:var(--_surface);border:1px solid var(--_border);border-radius:calc(var(--_radius) + 4px)}
.piece>*{min-inline-size:0}
.piece .failure{padding-block:calc(var(--_s)*5)}
.level-card{display:grid;grid-template-columns:auto minmax(0,1fr);align-items:center;gap:calc(var(--_s)*4)}
.level-card .crown{inline-size:64px;block-size:64px;font-size:1.571em}
.level-card .worn{font-size:1.286em;font-weight:650;letter-spacing:-.01em}
.level-card .growth-value{grid-column:1/-1}
.bone.crown{inline-size:64px;block-size:64px;margin-block-end:calc(var(--_s)*4);border-radius:50%}
.piece .bone.step{margin-block:calc(var(--_s)*2)}
.piece .bone.chart{margin-block:calc(var(--_s)*3) 0}
.piece .tabs.window{margin-inline:0}
`;
