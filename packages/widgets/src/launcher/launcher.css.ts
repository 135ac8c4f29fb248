/** The launcher. */
export const launcherCss = `
.root{position:fixed;z-index:var(--_z);inset-block-end:20px;inset-inline-end:20px}
.bottom-start,.top-start{inset-inline:20px auto}
.top-end,.top-start{inset-block:20px auto}
.root .launcher{position:relative;display:grid;place-items:center;inline-size:56px;block-size:56px;border-radius:50%;background:var(--_surface);color:var(--_accent-mark);box-shadow:0 1px 2px rgb(15 20 32/.16),0 6px 20px -2px rgb(15 20 32/.22);transition:transform .16s var(--_ease)}
.launcher:hover{transform:translateY(-1px)}
.launcher:active{transform:scale(.96)}
.launcher .ring{position:absolute;inset:3px}
.ring .track{stroke:var(--_track)}
.ring .fill{stroke:var(--_accent-mark);transition:stroke-dashoffset .24s var(--_ease)}
.sign{inline-size:26px;block-size:26px;fill:none;stroke:currentColor;stroke-width:1.9;stroke-linejoin:round;stroke-linecap:round}
.sign path{fill:currentColor;fill-opacity:.16}
.unread{position:absolute;inset-block-start:-3px;inset-inline-end:-3px;min-inline-size:20px;padding-inline:5px;border-radius:99px;border:2px solid var(--_surface);background:var(--_accent);color:var(--_on-accent);font-size:11px;font-weight:700;line-height:17px;text-align:center;animation:land .2s var(--_ease)}
.gain{position:absolute;inset-block-start:50%;inset-inline-end:calc(100% + 10px);margin-block-start:-15px;padding:0 12px;border-radius:99px;background:var(--_surface);color:var(--_accent-text);font-weight:650;line-height:30px;white-space:nowrap;box-shadow:0 1px 2px rgb(15 20 32/.14),0 4px 14px -2px rgb(15 20 32/.2);pointer-events:none;animation:emerge .2s var(--_ease)}
.bottom-start .gain,.top-start .gain{inset-inline:calc(100% + 10px) auto}
@keyframes emerge{from{opacity:0;transform:translateY(8px)}}
@keyframes land{from{opacity:0;transform:scale(.5)}}
`;
