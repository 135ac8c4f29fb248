/** What every tip looks like, on whatever page: importance within a shadow root goes before any of the page's. */
export const tipsCss = `
:host{all:initial!important;display:block!important;position:fixed!important;inset:0!important;pointer-events:none!important;overflow:visible!important;background:none!important;z-index:var(--_z)!important;font-family:inherit!important;color-scheme:var(--_scheme)!important}
:host(.inline){position:static!important;pointer-events:auto!important}
:host([hidden]){display:none!important}
.root{position:absolute;inset:0;pointer-events:none}
.root.inline{position:static}
.hole{position:absolute;inset-block-start:0;left:0;border-radius:8px;box-shadow:0 0 0 200vmax rgb(12 15 24/.45),0 0 0 2px var(--_accent-mark);pointer-events:none}
.hole.whole{inset:0;border-radius:0;background:rgb(12 15 24/.45);box-shadow:none}
.card{position:absolute;display:flex;flex-direction:column;inline-size:340px;max-inline-size:calc(100% - 16px);max-block-size:calc(100% - 16px);margin:0;padding:0;border:1px solid var(--_border);border-radius:var(--_radius);background:var(--_surface);color:var(--_text);box-shadow:var(--_shadow);pointer-events:auto;animation:emerge .16s var(--_ease)}
.root .card:focus-visible{outline:none}
.card.seated{top:0;left:0}
.inner{overflow:auto;overscroll-behavior:contain;padding:calc(var(--_s)*4);display:flex;flex-direction:column;gap:calc(var(--_s)*3);border-radius:inherit}
.head{display:flex;align-items:flex-start;gap:8px}
.root .title{flex:1;min-inline-size:0;font-size:1.143em;font-weight:650;line-height:1.35;text-wrap:balance}
.root .close{flex:none;display:grid;place-items:center;inline-size:28px;block-size:28px;margin:-5px;margin-inline-end:-6px;border-radius:50%;color:var(--_muted);transition:background .12s,color .12s}
.root .close:hover{background:var(--_track);color:var(--_text)}
:is(.bare,.banner) .close{position:absolute;inset-block-start:12px;inset-inline-end:12px;z-index:1}
.bare .inner{padding-inline-end:44px}
.arrow{position:absolute;inline-size:12px;block-size:12px;rotate:45deg;background:inherit;border:solid var(--_border);border-width:1px 0 0 1px;pointer-events:none}
.text{display:grid;gap:8px}
.text :is(h3,h4,h5){font-weight:650}
.root .text :is(ul,ol){padding-inline-start:20px;list-style:disc;display:grid;gap:4px}
.root .text ol{list-style:decimal}
.text a,.video{color:var(--_accent-text);text-decoration:underline;text-underline-offset:3px;text-decoration-thickness:1px}
.text code{font-family:ui-monospace,monospace;font-size:.92em;padding:1px 4px;border-radius:4px;background:var(--_track)}
.image{max-inline-size:100%;block-size:auto;max-block-size:240px;object-fit:contain;border-radius:calc(var(--_radius) - 4px);background:var(--_bone)}
.lost{color:var(--_muted);font-size:.929em}
.video{display:flex;align-items:center;gap:6px;font-weight:600}
.row{display:flex;flex-wrap:wrap;align-items:center;gap:8px}
.root .button{min-block-size:34px;padding:6px 14px;border-radius:calc(var(--_radius) - 5px);font-weight:600;text-align:center;text-decoration:none;color:var(--_accent-text);transition:filter .12s,background .12s}
.root .button.primary{background:var(--_accent);color:var(--_on-accent)}
.root .button.secondary{box-shadow:inset 0 0 0 1px var(--_line);color:var(--_text)}
.root .button:hover{background:var(--_track)}
.root .button.primary:hover{background:var(--_accent);filter:brightness(1.08)}
.foot{justify-content:flex-end}
.foot .progress{flex:1;min-inline-size:60px}
.progress{color:var(--_muted);font-size:.929em}
.dots{display:flex;gap:5px}
.dots i{inline-size:6px;block-size:6px;border-radius:50%;background:var(--_line)}
.dots i.on{inline-size:16px;border-radius:3px;background:var(--_accent-mark)}
.bar{block-size:6px;border-radius:3px;background:var(--_track);overflow:hidden}
.bar i{display:block;block-size:100%;border-radius:inherit;background:var(--_accent-mark)}
.question{border:0;margin:0;padding:0;min-inline-size:0;display:grid;gap:8px}
.question legend{padding:0;margin-block-end:8px;font-weight:600}
.question label{display:flex;gap:8px;align-items:baseline;cursor:pointer}
.question input{accent-color:var(--_accent-mark);margin:0;flex:none}
.question textarea{font:inherit;color:inherit;background:var(--_surface);border:1px solid var(--_line);border-radius:8px;padding:8px;min-block-size:72px;resize:vertical;inline-size:100%}
.root .rate{min-inline-size:34px;min-block-size:34px;border-radius:8px;box-shadow:inset 0 0 0 1px var(--_line);text-align:center;font-weight:600}
.root .rate:hover{background:var(--_accent-soft)}
.warn{color:var(--_danger);font-weight:600}
.thanks{color:var(--_success);font-weight:600}
.dot{position:absolute;top:0;left:0;inline-size:28px;block-size:28px;border-radius:50%;pointer-events:auto;display:grid;place-items:center}
.dot::before{content:"";inline-size:12px;block-size:12px;border-radius:50%;background:var(--_accent-mark);box-shadow:0 0 0 2px var(--_surface),0 1px 4px rgb(15 20 32/.4)}
.dot::after{content:"";position:absolute;inset:4px;border-radius:50%;border:2px solid var(--_accent-mark);animation:ping 1.8s 3 ease-out both;opacity:0}
.centered{inset:0;margin:auto;block-size:fit-content;inline-size:420px}
.modal::backdrop{background:rgb(12 15 24/.5)}
.modal .card{position:fixed;inset:0;margin:auto;block-size:fit-content;inline-size:480px}
.banner .card{inset-inline:12px;inset-block-start:12px;margin-inline:auto;inline-size:auto;max-inline-size:760px}
.banner.bottom .card{inset-block:auto 12px}
.banner .inner{flex-direction:row;flex-wrap:wrap;align-items:center;gap:8px 16px;padding:12px 48px 12px 16px}
.banner[dir=rtl] .inner{padding:12px 16px 12px 48px}
.banner .head{display:contents}
.banner .title{flex:none;font-size:1em}
.banner .text{flex:1 1 240px}
.popup .card,.checklist .card{inset-block-end:88px;inset-inline-end:20px}
.slideout .card{inset-block-end:20px;inset-inline-end:20px;inline-size:400px}
.card .items{display:grid;gap:2px;margin-inline:-8px}
.item{display:flex;gap:10px;align-items:flex-start;padding:8px;border-radius:8px;inline-size:100%}
.root button.item:hover,.root a.item:hover{background:var(--_track)}
.root .item{color:inherit;text-decoration:none}
.mark{flex:none;display:grid;place-items:center;inline-size:20px;block-size:20px;border-radius:50%;box-shadow:inset 0 0 0 2px var(--_line)}
.done .mark{background:var(--_success);color:var(--_surface);box-shadow:none}
.done .name{color:var(--_muted);text-decoration:line-through}
.note{display:block;color:var(--_muted);font-size:.929em}
.launcher .pill{position:absolute;inset-block-end:20px;inset-inline-start:20px;pointer-events:auto;display:flex;align-items:center;gap:8px;padding:10px 16px;border-radius:99px;background:var(--_accent);color:var(--_on-accent);font-weight:600;box-shadow:var(--_shadow);text-decoration:none;max-inline-size:calc(100% - 40px)}
.inline .card{position:relative;inline-size:auto;max-inline-size:none;max-block-size:none;box-shadow:none;animation:none}
.narrow :is(.seated,.centered){inline-size:calc(100% - 16px);max-block-size:44%}
.narrow .centered{inset:auto 8px 8px;max-block-size:80%}
.narrow:is(.popup,.checklist,.slideout) .card,.narrow.modal .card{inset:auto 8px 8px;margin:0;inline-size:auto;max-block-size:70%}
@keyframes emerge{from{opacity:0}}
@keyframes ping{from{transform:scale(.5);opacity:.8}to{transform:scale(1.5);opacity:0}}
@media print{:host{display:none!important}}
@media (forced-colors:active){.dots i.on,.bar i,.dot::before{background:Highlight;forced-color-adjust:none}}
`;
