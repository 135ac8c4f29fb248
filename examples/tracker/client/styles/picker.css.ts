/** Signing in as somebody else. */
export const picker = `
.picker { width: min(540px, calc(100vw - 24px)); max-width: none; margin: 9vh auto auto; padding: 0; border: 0; border-radius: 12px; background: none; color: var(--ink); }
.picker::backdrop { background: rgb(20 16 10 / 50%); }
.picker-box { display: flex; flex-direction: column; max-height: 80vh; background: var(--sheet); border: 1px solid var(--rule); border-radius: 12px;
  box-shadow: 0 24px 70px -12px rgb(0 0 0 / 45%); overflow: hidden; }
.picker-head { display: flex; align-items: center; justify-content: space-between; padding: 18px 14px 0 22px; }
.picker-lead { padding: 2px 22px 14px; font-size: 13.5px; color: var(--soft); }
.picker-fields { display: flex; flex-wrap: wrap; gap: 8px; padding: 0 22px 12px; }
.picker-fields .search { flex: 1 1 190px; }
.picker-fields .choose { flex: 1 1 150px; }
.people { overflow-y: auto; padding: 0 12px; border-top: 1px solid var(--rule); min-height: 220px; }
.people li { display: flex; align-items: center; gap: 4px; border-bottom: 1px solid var(--rule); }
.people li:last-child { border-bottom: 0; }
.people-link { flex: 1; display: flex; align-items: center; gap: 12px; padding: 9px 10px; border-radius: 6px; text-decoration: none; min-width: 0; }
.people-link:hover { background: var(--hover); }
.people .person-company, .people-events { color: var(--soft); }
.people-events { margin-inline-start: auto; font-size: 13px; white-space: nowrap; font-variant-numeric: tabular-nums; }
.people .plain { color: var(--soft); }
.picker-foot { padding: 10px 22px; border-top: 1px solid var(--rule); font-size: 13px; color: var(--soft); min-height: 41px; }
`;
