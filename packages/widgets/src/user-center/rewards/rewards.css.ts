/** Wallets and rewards. */
export const rewardsCss = `
.wallets{display:flex;flex-wrap:wrap;gap:calc(var(--_s)*2);margin-block-end:calc(var(--_s)*3)}
.wallet{flex:1 1 140px;min-inline-size:0;padding:calc(var(--_s)*3) calc(var(--_s)*4)}
.balance .count{font-size:1.714em;font-weight:650;letter-spacing:-.02em;overflow-wrap:anywhere}
.lapse{display:flex;align-items:center;gap:5px}
.lapse.soon .icon{color:var(--_warning)}
.away{display:flex;align-items:center;gap:6px;margin-block-end:calc(var(--_s)*2)}
.away .icon{flex:none}
.shelf{display:flex;flex-direction:column;gap:calc(var(--_s)*2)}
.reward{display:grid;grid-template-columns:auto minmax(0,1fr) auto;gap:calc(var(--_s)*2) calc(var(--_s)*3);align-items:start;padding:calc(var(--_s)*3);border:1px solid var(--_border);border-radius:var(--_radius);background:var(--_surface)}
.root .reward:focus,.root .fate:focus{outline:none}
.tile{display:grid;place-items:center;inline-size:44px;block-size:44px;border-radius:calc(var(--_radius)*.8);background:var(--_accent-soft);color:var(--_accent-text)}
.tile svg{inline-size:26px;block-size:26px}
.reward.out .tile{background:var(--_raised);color:var(--_muted)}
.what:first-child{grid-column:1/3}
.reward .name{font-weight:600;overflow-wrap:anywhere}
.reward .note{font-size:.857em;overflow-wrap:anywhere}
.conditions{display:flex;flex-wrap:wrap;column-gap:6px}
.conditions span+span::before{content:"· "}
.price{display:flex;flex-direction:column;align-items:flex-end;gap:6px;max-inline-size:9.5em;text-align:end}
.cost{font-weight:650;color:var(--_accent-text);overflow-wrap:anywhere}
.reward.out .cost{color:var(--_muted)}
.redeem{flex:none;padding:5px 12px}
.question,.reward>.fate{grid-column:1/-1;display:flex;flex-wrap:wrap;align-items:center;gap:calc(var(--_s)*2);margin-block-start:2px;padding-block-start:calc(var(--_s)*3);border-block-start:1px solid var(--_border)}
.question p{flex:1 0 100%;font-weight:550}
.question .note{font-weight:400}
.reward>.fate{flex-wrap:nowrap;margin-inline:0;color:var(--_text);text-align:start;font-size:.929em}
.reward>.fate p{flex:1;min-inline-size:0}
.fate.granted .icon{color:var(--_success)}
.fate.refused .icon,.fate.unanswered .icon{color:var(--_danger)}
.fate.asking{color:var(--_muted)}
.root .redeem:disabled,.root .confirm:disabled,.root .fate .link:disabled{border-color:var(--_border);color:var(--_muted);cursor:default;background:none}
@media (max-width:359px){
.reward{grid-template-columns:auto minmax(0,1fr)}
.price{grid-column:1/-1;flex-direction:row;align-items:center;justify-content:space-between;max-inline-size:none}
.cost{text-align:start}
.obstacle{max-inline-size:50%}
.cost+*{flex:none}
}
`;
