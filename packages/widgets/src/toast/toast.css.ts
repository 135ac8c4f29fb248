/** The toast: above the launcher, and no wider than a thumb's reach. */
export const toastCss = `
.root{position:fixed;z-index:var(--_z);inset-block-end:88px;inset-inline-end:20px;inline-size:min(340px,100% - 40px);pointer-events:none}
.bottom-start,.top-start{inset-inline:20px auto}
.top-end,.top-start{inset-block:88px auto}
.toast{display:flex;align-items:flex-start;gap:calc(var(--_s)*3);padding:calc(var(--_s)*3);border:1px solid var(--_border);border-radius:calc(var(--_radius) + 2px);background:var(--_surface);box-shadow:var(--_shadow);pointer-events:auto;animation:rise .22s var(--_ease)}
.top-end .toast,.top-start .toast{--_from:-12px}
.toast .emblem{flex:none;inline-size:56px;block-size:56px;animation:land .24s .08s var(--_ease) backwards}
.medal{inline-size:100%;block-size:100%;overflow:visible;filter:drop-shadow(0 1px 2px rgb(10 14 24/.3))}
.seal{position:relative;display:grid;place-items:center;inline-size:100%;block-size:100%;border-radius:50%;font-size:1.571em;font-weight:700;color:var(--_accent-text)}
.seal .ring{position:absolute;inset:0;inline-size:100%;block-size:100%}
.ring .track{stroke:var(--_track)}
.ring .fill{stroke:var(--_accent-mark)}
.seal.quest{background:var(--_success-soft);color:var(--_success)}
.words{flex:1;min-inline-size:0;padding-block:2px}
.toast .label{color:var(--_accent-text);font-size:.857em;font-weight:600}
.toast .name{font-weight:650;font-size:1.071em;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.toast .note{color:var(--_muted);font-size:.857em}
.look{margin-block-start:4px;font-weight:600;font-size:.929em;text-decoration:underline;text-underline-offset:3px;text-decoration-thickness:1px}
.root .away{flex:none;display:grid;place-items:center;inline-size:28px;block-size:28px;border-radius:50%;color:var(--_muted);transition:background .12s,color .12s}
.root .away:hover{background:var(--_track);color:var(--_text)}
@keyframes rise{from{opacity:0;transform:translateY(var(--_from,12px))}}
@keyframes land{from{opacity:0;transform:scale(.6)}}
`;
