/** Sheet, header, tabs and the moment of a new level. */
export const userCenterCss = `
.root.panel{position:fixed;z-index:var(--_z);inset:0;pointer-events:none;contain:strict}
.sheet{position:relative;display:flex;flex-direction:column;min-block-size:0;color:var(--_text);background:var(--_surface);border:1px solid var(--_border);border-radius:calc(var(--_radius) + 4px);overflow:hidden}
.panel .sheet{position:absolute;inset-block:12px;inset-inline-end:12px;inline-size:min(400px,100% - 24px);box-shadow:var(--_shadow);pointer-events:auto;animation:sheet-in .22s var(--_ease)}
.panel[dir=rtl] .sheet{--_from:-24px}
.panel .sheet.ready{will-change:transform,opacity;transform:translateX(150%);animation:none}
.panel[dir=rtl] .sheet.ready{transform:translateX(-150%)}
.panel .sheet.closing{animation:sheet-out .16s ease-in forwards;pointer-events:none}
.root .sheet:focus{outline:none}
.root .scrim{display:none}
.content{display:flex;flex-direction:column;min-block-size:0;flex:1}
.close{position:absolute;inset-block-start:16px;inset-inline-end:16px;display:grid;place-items:center;inline-size:32px;block-size:32px;border-radius:50%;color:var(--_muted);transition:background .12s,color .12s}
.root .close:hover{background:var(--_track);color:var(--_text)}

.head{flex:none;padding:calc(var(--_s)*6) calc(var(--_s)*6) 0;background:linear-gradient(var(--_accent-wash),var(--_surface));border-block-end:1px solid var(--_border)}
.who{display:flex;align-items:center;gap:calc(var(--_s)*4);min-block-size:76px;padding-inline-end:calc(var(--_s)*10)}
.inline .who{padding-inline-end:0}
.crest{position:relative;flex:none;inline-size:72px;block-size:72px}
.crest .ring{position:absolute;inset:0}
.crest .avatar{position:absolute;inset:8px;font-size:1.286em}
.crest .level{position:absolute;inset-block-end:-5px;inset-inline-start:50%;min-inline-size:24px;padding:0 6px;margin-inline-start:-12px;border-radius:99px;border:2px solid var(--_surface);background:var(--_accent);color:var(--_on-accent);font-size:.857em;font-weight:700;line-height:20px;text-align:center}
.person{font-size:1.286em;font-weight:650;letter-spacing:-.01em;line-height:1.3;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}

.tab-row{display:flex;align-items:center;justify-content:space-between;gap:calc(var(--_s)*2);margin-block-start:calc(var(--_s)*3)}
.tabs.main{flex:1;min-inline-size:0;column-gap:clamp(8px,100% - 214px,24px)}
.choose{flex:none;display:grid;place-items:center;inline-size:32px;block-size:32px;margin-inline-end:-8px;border-radius:50%;color:var(--_muted);transition:background .12s,color .12s}
.root .choose:hover{background:var(--_track);color:var(--_text)}
.main button{padding-block:calc(var(--_s)*3)}
.main button::after{content:"";position:absolute;inset-inline:0;inset-block-end:-1px;block-size:2px;border-radius:2px 2px 0 0;background:var(--_accent-mark);transform:scaleX(0);transition:transform .16s var(--_ease)}
.main [aria-selected=true]::after{transform:none}
.main-panel{flex:1;min-block-size:0;padding:calc(var(--_s)*6);display:flex;flex-direction:column;gap:calc(var(--_s)*5);overflow:hidden auto;overscroll-behavior:contain;scrollbar-width:thin;scrollbar-color:var(--_track) transparent}
.main-panel>*{flex:none}
.root .main-panel:focus-visible{outline-offset:-3px;border-radius:8px}
.inline .main-panel{overflow:visible}



.level-up{position:absolute;inset:0;display:flex;flex-direction:column;align-items:center;justify-content:safe center;gap:6px;padding:calc(var(--_s)*16) calc(var(--_s)*8) calc(var(--_s)*22);background:linear-gradient(var(--_accent-soft),var(--_surface) 62%);text-align:center;overflow:auto;animation:fade .2s ease-out}
.inline .level-up{justify-content:flex-start}
.emblem{position:relative;flex:none;inline-size:136px;block-size:136px;margin-block:calc(var(--_s)*14) calc(var(--_s)*16);display:grid;place-items:center;animation:land .24s var(--_ease) both}
.emblem::before,.emblem::after{content:"";position:absolute;inset:-24px;border:1px solid var(--_accent-mark);border-radius:50%;opacity:.28;animation:land .24s .06s var(--_ease) backwards}
.emblem::after{inset:-52px;opacity:.13;animation-delay:.12s}
.emblem .ring{position:absolute;inset:0}
.emblem .fill{animation:fill .24s .1s ease-out both}
.emblem span{display:grid;place-items:center;inline-size:104px;block-size:104px;border-radius:50%;background:var(--_accent);color:var(--_on-accent);font-size:3.286em;box-shadow:0 8px 24px -6px rgb(15 20 32/.4);font-weight:700;letter-spacing:-.02em}
.headline{font-size:2em;font-weight:700;letter-spacing:-.02em;line-height:1.2}
.level-up .label{color:var(--_accent-text);font-weight:600}
.level-up ul{display:grid;gap:calc(var(--_s)*2);margin-block:calc(var(--_s)*4) calc(var(--_s)*2)}
.level-up li{display:flex;align-items:center;gap:calc(var(--_s)*2);text-align:start}
.level-up li .icon{color:var(--_success)}
.level-up .button{margin-block-start:calc(var(--_s)*3);padding-inline:calc(var(--_s)*7)}

@keyframes sheet-in{from{opacity:0;transform:translateX(var(--_from,24px))}}
@keyframes sheet-out{to{opacity:0;transform:translateX(var(--_from,24px))}}
@keyframes sheet-up{from{transform:translateY(100%)}}
@keyframes sheet-down{to{transform:translateY(100%)}}
@keyframes fill{from{stroke-dashoffset:100}}

@media (max-width:639px){
.root.panel .scrim{display:block;position:absolute;inset:0;background:rgb(10 12 18/.44);pointer-events:auto;animation:fade .2s}
.panel .scrim.ready{opacity:0;pointer-events:none}
.panel .scrim.closing{opacity:0;pointer-events:none;transition:opacity .16s}
.panel .sheet{inset:auto 0 0;inline-size:100%;block-size:min(88%,760px);border-width:1px 0 0;border-radius:calc(var(--_radius) + 8px) calc(var(--_radius) + 8px) 0 0;animation-name:sheet-up}
.panel .sheet.closing{animation-name:sheet-down}
.panel .head{padding:calc(var(--_s)*5) calc(var(--_s)*5) 0}
.main-panel{padding:calc(var(--_s)*5)}
}
@media (max-height:620px){
.emblem{margin-block:calc(var(--_s)*2) calc(var(--_s)*4);transform:scale(.75)}
.root .level-up{padding-block:calc(var(--_s)*10) calc(var(--_s)*6)}
}
@media (max-height:420px){
.panel .sheet{overflow:auto}
.panel .content{min-block-size:auto}
.main-panel{overflow:visible}
}
`;
