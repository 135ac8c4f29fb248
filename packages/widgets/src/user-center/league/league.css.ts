/** The league. */
export const leagueCss = `
.league header{display:flex;align-items:center;gap:calc(var(--_s)*3);margin-block-end:calc(var(--_s)*3)}
.league header .medal{flex:none;inline-size:52px;block-size:52px}
.league header div{flex:1;min-inline-size:0}
.league header .title{font-weight:650;overflow-wrap:anywhere}
.league header .note{font-size:.857em}
.league .zone{display:flex;align-items:center;gap:6px}
.league .zone svg{flex:none;font-size:1.1em}
.league .up .zone{color:var(--_success)}
.league .down .zone{color:var(--_danger)}
.league .up svg{transform:rotate(-90deg)}
.league .down svg{transform:rotate(90deg)}
.league .places{margin-block-end:calc(var(--_s)*2)}
.league .up .places{border-inline-start:3px solid var(--_success)}
.league .down .places{border-inline-start:3px dashed var(--_danger)}
.league .stay .places{border-inline-start:3px solid transparent}
.league>.note{font-size:.857em}
.league>:not(.note)+.note{margin-block-start:calc(var(--_s)*3)}
.league>.note:last-child{margin-block-end:calc(var(--_s)*3)}
`;
