/** Empty, failed and on its way. */
export const states = `
.notice { display: flex; flex-direction: column; align-items: center; gap: 4px; padding: 52px 24px; text-align: center; }
.notice > .icon { width: 30px; height: 30px; margin-bottom: 8px; color: var(--muted); stroke-width: 1.5; }
.notice-danger > .icon { color: var(--danger); }
.notice-title { font-weight: 580; font-size: 15px; }
.notice-more { color: var(--muted); max-width: 52ch; }
.notice .button { margin-top: 14px; }
.skeleton-row { display: flex; align-items: center; gap: 14px; padding: 11px 20px; border-bottom: 1px solid var(--border); min-height: 54px; }
.skeleton-row:last-child { border-bottom: 0; }
.skeleton { height: 11px; width: 84px; border-radius: 6px; background: var(--border); animation: breathe 1.4s ease-in-out infinite alternate; }
.skeleton-round { width: 32px; height: 32px; border-radius: 50%; }
.skeleton-wide { width: 190px; margin-inline-end: auto; }
@media (max-width: 560px) { .skeleton-wide { width: 110px; } .skeleton-row .skeleton:last-child { display: none; } }
@keyframes breathe { from { opacity: .5; } to { opacity: 1; } }
`;
