/** Tokens with their defaults, a clean slate against the page's own inherited styles, and what all widgets share. */
export const baseCss = `
:host{
--_radius:var(--waymark-radius,14px);
--_s:var(--waymark-space,4px);
--_size:var(--waymark-font-size,14px);
--_shadow:var(--waymark-shadow,0 1px 3px rgb(15 20 32/.1),0 16px 48px -8px rgb(15 20 32/.24));
--_z:var(--waymark-z-index,2147483000);
--_ease:cubic-bezier(.2,.7,.2,1);
}
.root{
all:initial;
box-sizing:border-box;
display:block;
color-scheme:inherit;
font-family:var(--waymark-font-family,inherit);
font-size:var(--_size);
line-height:1.45;
color:var(--_text);
font-variant-numeric:tabular-nums;
-webkit-font-smoothing:antialiased;
-webkit-text-size-adjust:100%;
-webkit-tap-highlight-color:transparent;
overflow-wrap:anywhere;
}
.root *,.root ::before,.root ::after{box-sizing:border-box}
.root :where(h2,h3,h4,p,ul,ol,dl,dd){margin:0;padding:0;font-size:inherit;font-weight:inherit}
.root :where(ul,ol){list-style:none}
.root :where(button){font:inherit;letter-spacing:inherit;color:inherit;background:none;border:0;margin:0;padding:0;cursor:pointer;text-align:start}
.root :where(svg){display:block;flex:none}
.root :focus-visible{outline:2px solid var(--_accent-mark);outline-offset:2px}
.root :focus:not(:focus-visible){outline:none}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (prefers-reduced-motion:reduce){
.root *,.root ::before,.root ::after{animation:none!important;transition:none!important;scroll-behavior:auto!important}
}
@media (forced-colors:active){
.root :focus-visible{outline-color:Highlight}
}
`;
