/** The badge wall. */
export const badgesCss = `
.badge button{display:flex;flex-direction:column;align-items:center;gap:4px;inline-size:100%;block-size:100%;padding:calc(var(--_s)*2) 2px;border-radius:calc(var(--_radius)*.8);text-align:center;transition:background .12s}
.badge button:hover,.badge [aria-expanded=true]{background:var(--_raised)}
.badge .frame{position:relative;inline-size:64px;block-size:64px;padding:5px}
.badge .ring{position:absolute;inset:0}
.badge .name{font-size:.857em;line-height:1.35;padding-block-end:.15em;font-weight:500;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.badge:not(.earned) .name{color:var(--_muted);font-weight:400}
.medal{inline-size:100%;block-size:100%;overflow:visible}
.medal.locked{color:var(--_line)}
.underway .medal.locked{color:var(--_muted)}
.silhouette{fill:var(--_raised);stroke:var(--_line);stroke-width:1.6}
.secret .silhouette{stroke-dasharray:4 3.6}
.frame .medal:not(.locked){filter:drop-shadow(0 1px 1.5px rgb(10 14 24/.28))}

.detail{grid-column:1/-1;animation:fade .16s ease-out}
.badge-detail{padding:calc(var(--_s)*4);margin-block:4px calc(var(--_s)*2);border-radius:var(--_radius);background:var(--_raised)}
.about{display:flex;align-items:center;gap:calc(var(--_s)*4)}
.about .medal{flex:none;inline-size:96px;block-size:96px}
.about .medal:not(.locked){animation:land .24s var(--_ease);filter:drop-shadow(0 4px 8px rgb(10 14 24/.25))}
.about .name{font-weight:650;font-size:1.143em}
.tiers{display:grid;gap:2px;margin-block-start:calc(var(--_s)*3);padding-block-start:10px;border-block-start:1px solid var(--_border)}
.tier{display:flex;align-items:center;gap:10px}
.tier .medal{inline-size:30px;block-size:30px}
.tier .name{flex:1;font-weight:500}
.tier:not(.owned) .name{color:var(--_muted)}
.tier .note{font-size:.857em}
`;
