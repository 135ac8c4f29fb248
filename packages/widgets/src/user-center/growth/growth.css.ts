/** The growth tab. */
export const growthCss = `
.main-panel>section+section{margin-block-start:calc(var(--_s)*2)}
.day+.day{margin-block-start:calc(var(--_s)*3)}
.day h4,.rankings h4{color:var(--_muted);font-size:.857em;font-weight:550;margin-block-end:4px}
.entry{display:flex;align-items:center;gap:calc(var(--_s)*3);padding-block:9px;border-block-end:1px solid var(--_border)}
.entry:last-child{border:0}
.entry>div{flex:1;min-inline-size:0}
.entry .name{font-weight:500}
.entry .note{display:flex;flex-wrap:wrap;align-items:center;gap:2px 4px;font-size:.857em}
.tag{display:inline-flex;align-items:center;gap:4px}
.tag::before{content:"·"}
.entry .points{flex:none;font-weight:650;color:var(--_accent-text)}
.entry .points{text-align:end;max-inline-size:50%;overflow-wrap:anywhere}
.amount{display:block;color:var(--_text);font-weight:550;font-size:.857em}
.entry.nothing .points,.entry.pending .points,.entry.pending .name{color:var(--_muted);font-weight:500}
.entry.taken .points{color:var(--_danger)}
.entry.pending .icon{font-size:.95em}

.wall{display:grid;grid-auto-flow:dense;grid-template-columns:repeat(auto-fill,minmax(76px,1fr));gap:4px}

.tabs.window{gap:4px;padding:3px;margin-block-end:calc(var(--_s)*3);border-radius:calc(var(--_radius)*.75);background:var(--_raised);overflow-x:auto;scrollbar-width:none}
.window button{flex:1 0 auto;padding:5px calc(var(--_s)*3);border-radius:calc(var(--_radius)*.55);text-align:center;font-size:.929em}
.window [aria-selected=true]{background:var(--_surface);box-shadow:0 0 0 1px var(--_border),0 1px 2px rgb(15 20 32/.08)}
.places{margin-block-end:calc(var(--_s)*3)}
.place{display:flex;align-items:center;gap:10px;padding:7px 10px;border-radius:calc(var(--_radius)*.7)}
.place.me{background:var(--_accent-soft)}
.rank{flex:none;min-inline-size:2.2em;color:var(--_muted);font-size:.929em;text-align:end}
.place .avatar{flex:none;inline-size:28px;block-size:28px;font-size:.75em}
.place .name{flex:1;min-inline-size:0;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.place .points{flex:none;font-weight:600}
.me .name,.me .rank{font-weight:650;color:var(--_text)}
.ahead{margin-block:calc(var(--_s)*-1) calc(var(--_s)*3);padding-inline:10px}
.rankings>.link{font-size:.929em}
.empty .link{margin-block-start:calc(var(--_s)*2);color:var(--_text)}
.jump{display:flex;gap:5px;overflow-x:auto;scrollbar-width:none;margin-inline:calc(var(--_s)*-6);padding-inline:calc(var(--_s)*6)}
.jump button{flex:none;padding:4px 10px;border:1px solid var(--_border);border-radius:99px;background:var(--_surface);color:var(--_muted);font-size:.893em;font-weight:500;transition:background .12s,color .12s}
.jump button:hover{background:var(--_raised);color:var(--_text)}
.main-panel>section{scroll-margin-block-start:calc(var(--_s)*4)}
.root section:focus{outline:none}
.company-level{display:flex;flex-wrap:wrap;align-items:center;gap:calc(var(--_s)*2) calc(var(--_s)*4)}
.crown{position:relative;flex:none;display:grid;place-items:center;inline-size:52px;block-size:52px;font-weight:700;font-size:1.143em;color:var(--_accent-text)}
.crown .ring{position:absolute;inset:0}
.company-level>div{flex:1 1 7em;min-inline-size:0}
.company-level .title{flex-wrap:wrap}
.company-level .note{font-size:.857em}
.sum{margin-inline-start:auto;text-align:end}
.sum .count{display:block;font-size:1.286em;font-weight:650;letter-spacing:-.02em}
.you{flex:none;padding:1px 7px;border-radius:99px;background:var(--_accent);color:var(--_on-accent);font-size:.786em;font-weight:600}
`;
