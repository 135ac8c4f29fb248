/** What sections share: headings, buttons, tabs, and the states anything can be in. */
export const stateCss = `
.avatar{display:grid;place-items:center;border-radius:50%;font-weight:600;letter-spacing:.01em;line-height:1}
.ring{inline-size:100%;block-size:100%}
.ring .track{stroke:var(--_track)}
.ring .fill{stroke:var(--_accent-mark);transition:stroke-dashoffset .24s var(--_ease)}
.names{min-inline-size:0;flex:1}
.title{display:flex;align-items:baseline;column-gap:calc(var(--_s)*2)}
.title .note{flex:none}
.worn{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;color:var(--_accent-text);font-weight:600}
.note{color:var(--_muted);font-size:.929em}
.company{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.tabs{display:flex;gap:calc(var(--_s)*6)}
.tabs button{position:relative;color:var(--_muted);font-weight:550;white-space:nowrap;transition:color .12s}
.tabs button:hover,.tabs [aria-selected=true]{color:var(--_text)}
.heading,h3.heading{display:flex;align-items:baseline;justify-content:space-between;gap:calc(var(--_s)*3);margin-block-end:calc(var(--_s)*3);font-weight:650;font-size:1.071em}
.heading h3{font-weight:650}
.heading .note{font-weight:400;font-size:.867em}
.label{color:var(--_muted);font-size:.929em}
.button{padding:7px 14px;border:1px solid var(--_border);border-radius:calc(var(--_radius)*.7);font-weight:550;background:var(--_surface);transition:background .12s,border-color .12s}
.button:hover{background:var(--_raised);border-color:var(--_line)}
.button.primary{border-color:var(--_accent-mark);background:var(--_accent);color:var(--_on-accent)}
.button.primary:hover{box-shadow:inset 0 0 0 99px rgb(0 0 0/.08)}
.more{margin-block-start:calc(var(--_s)*3);inline-size:100%;text-align:center}
.link{flex:none;font-weight:600;text-decoration:underline;text-underline-offset:3px;text-decoration-thickness:1px}
.empty{padding:calc(var(--_s)*5);border:1px dashed var(--_line);border-radius:var(--_radius);color:var(--_muted);text-align:center}
.empty .button{margin-block-start:calc(var(--_s)*3);color:var(--_text)}
.notice{display:flex;align-items:flex-start;gap:10px;padding:10px calc(var(--_s)*3);border-radius:calc(var(--_radius)*.8);background:var(--_warning-soft);color:var(--_text);font-size:.929em}
.notice p{flex:1}
.notice .icon{color:var(--_warning);margin-block-start:1px}
.notice.refused{background:var(--_danger-soft)}
.notice.refused .icon{color:var(--_danger)}
.failure{display:flex;flex-direction:column;align-items:center;gap:calc(var(--_s)*2);padding:calc(var(--_s)*12) calc(var(--_s)*2) calc(var(--_s)*6);text-align:center}
.failure .mark{display:grid;place-items:center;inline-size:48px;block-size:48px;margin-block-end:calc(var(--_s)*2);border-radius:50%;background:var(--_raised);color:var(--_muted);font-size:1.3em}
.failure h3{font-weight:650;font-size:1.143em}
.failure p{color:var(--_muted);max-inline-size:30em}
.failure .button{margin-block:calc(var(--_s)*3)}
.failure details{inline-size:100%;color:var(--_muted);font-size:.857em}
.failure summary{cursor:pointer}
.failure details p{margin-block-start:calc(var(--_s)*2);padding:10px calc(var(--_s)*3);border-radius:8px;background:var(--_raised);text-align:start}
.bone{display:block;background:var(--_bone);border-radius:8px;animation:breathe 1.6s ease-in-out infinite}
.avatar.bone{border-radius:50%}
.failed .bone{animation:none}
.bone.line{block-size:.9em;inline-size:38%;border-radius:6px}
.names .bone.line+.bone.line{margin-block-start:10px}
.bone.line.wide{inline-size:68%;block-size:1.2em}
.skeleton{display:flex;flex-direction:column}
.skeleton .line{margin-block:4px}
.bone.amount{inline-size:46%;block-size:44px;margin-block:4px 14px}
.bone.bar{block-size:8px}
.bar+.bone.line{margin-block:calc(var(--_s)*3) 4px}
.bone.step{block-size:72px;margin-block:calc(var(--_s)*6) calc(var(--_s)*7);border-radius:var(--_radius)}
.bone.chart{block-size:196px;margin-block-end:calc(var(--_s)*7);border-radius:var(--_radius)}
.bone.row{block-size:42px;margin-block:7px}
.skeleton .wall{margin-block-start:calc(var(--_s)*3);row-gap:calc(var(--_s)*8);justify-items:center}
.bone.coin{inline-size:56px;block-size:56px;border-radius:50%}
.count{font-variant-numeric:tabular-nums}
@keyframes fade{from{opacity:0}}
@keyframes land{from{opacity:0;transform:scale(.8)}}
@keyframes breathe{50%{opacity:.5}}
`;
