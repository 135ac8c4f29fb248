/** The command palette. */
export const palette = `
.palette { width: min(600px, calc(100vw - 24px)); max-width: none; margin: 12vh auto auto; padding: 0; border: 0; border-radius: 14px; background: none; color: inherit; }
.palette::backdrop { background: rgb(10 16 13 / 42%); }
.palette-box { display: flex; flex-direction: column; max-height: min(560px, 76vh); overflow: hidden; border: 1px solid var(--border); border-radius: 14px;
  background: var(--surface); box-shadow: var(--lift); animation: open 140ms cubic-bezier(.2, .7, .3, 1); }
@keyframes open { from { opacity: 0; transform: translateY(-6px) scale(.99); } }
.palette-head { display: flex; align-items: center; gap: 12px; padding: 0 18px; border-bottom: 1px solid var(--border); }
.palette-head .icon { width: 18px; height: 18px; color: var(--muted); }
.palette-head input { flex: 1; min-width: 0; min-height: 54px; border: 0; background: none; font-size: 16px; outline: none; }
.palette-list { overflow-y: auto; padding: 6px; }
.palette-label { padding: 10px 12px 4px; font-size: 12px; font-weight: 560; color: var(--muted); }
.palette-choice { display: flex; align-items: center; gap: 11px; min-height: 38px; padding: 4px 12px; border-radius: var(--radius-small); cursor: pointer; }
.palette-choice .muted { margin-inline-start: auto; font-size: 12.5px; text-align: end; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 55%; }
.palette-choice .icon { color: var(--muted); }
.palette-choice:hover { background: var(--hover); }
.palette-choice[aria-selected="true"] { background: var(--accent-soft); color: var(--accent-strong); }
.palette-choice[aria-selected="true"] .icon, .palette-choice[aria-selected="true"] .muted { color: inherit; }
.palette-none { padding: 12px 24px 28px; text-align: center; }
.palette-hint { padding: 9px 18px; border-top: 1px solid var(--border); font-size: 12px; }
@media (max-width: 560px) { .palette { margin-top: 12px; } .palette-choice .muted { display: none; } }
`;
