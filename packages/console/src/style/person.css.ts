/** A person's or company's page: head and badge wall. */
export const person = `
.profile { display: flex; flex-wrap: wrap; align-items: center; gap: 14px 20px; margin-bottom: 22px; }
.profile-who { flex: 1 1 200px; min-width: 0; }
.profile .avatar { width: 68px; height: 68px; font-size: 22px; }
.profile .avatar-company { width: 56px; height: 56px; border-radius: 15px; font-size: 19px; }
.profile-title { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; margin: 5px 0 3px; }
.title-chip { padding: 1px 10px; border-radius: 99px; background: var(--accent-soft); color: var(--accent-strong); font-weight: 600; font-size: 13px; }
.ring { position: relative; display: inline-grid; place-items: center; width: 88px; height: 88px; flex: none; }
.ring svg { position: absolute; inset: 0; transform: rotate(-90deg); }
.ring circle { fill: none; stroke-width: 5; }
.ring-track { stroke: var(--border); }
.ring-fill { stroke: var(--accent); stroke-linecap: round; transition: stroke-dasharray 240ms ease-out; }
.ring-content { display: grid; }
.ladder { display: flex; gap: 4px; margin-bottom: 18px; }
.step { flex: 1; height: 12px; border-radius: 4px; background: var(--border); }
.step-past { background: color-mix(in srgb, var(--accent) 42%, var(--surface)); }
.step-now { background: var(--accent); }
h3 { margin: 0 0 8px; font-size: 13px; font-weight: 560; color: var(--muted); }
.benefits { display: flex; flex-wrap: wrap; gap: 6px 18px; font-size: 13.5px; }
.benefits li { display: inline-flex; align-items: center; gap: 7px; }
.benefits .icon { width: 14px; height: 14px; color: var(--accent-strong); stroke-width: 2.4; }
.benefit-next { color: var(--muted); }
.benefit-next .icon { color: inherit; stroke-width: 1.8; }
.badges { display: grid; grid-template-columns: repeat(auto-fill, minmax(104px, 1fr)); gap: 20px 8px; }
.badge { display: flex; flex-direction: column; align-items: center; text-align: center; line-height: 1.3; font-size: 12.5px; min-width: 0; }
.badge .medal:not(.locked) { filter: drop-shadow(0 1px 2px rgb(10 20 16 / 26%)); }
.badge .medal { width: 72px; height: 72px; margin-bottom: 6px; overflow: visible; }
.medal .silhouette { fill: var(--hover); stroke: var(--line); stroke-width: 1.2; stroke-dasharray: 3 3; }
.medal.locked { color: color-mix(in srgb, var(--muted) 62%, var(--surface)); }
.badge-name { font-weight: 560; }
.badge-locked .badge-name { color: var(--muted); font-weight: 480; }
.badge-state { font-size: 11.5px; }
`;
