import type { View } from '@waymark/contracts';
import { mountLauncher } from '@waymark/widgets/launcher';
import { mountPart, PARTS } from '@waymark/widgets/parts';
import { mountToast } from '@waymark/widgets/toast';
import { mountUserCenter } from '@waymark/widgets/user-center';
import { createClient } from '../fixtures/client.js';
import { snapshot } from '../fixtures/snapshot.js';
import { states } from '../fixtures/states.js';

/** A page that shows one state, as its address says: `?state=home&theme=dark&locale=zh-CN&mode=panel&accent=%23ff0`. */
const asked = new URLSearchParams(location.search);
const state = states[asked.get('state') ?? 'home'] ?? states.home;
if (state === undefined) throw new Error('Expected a state.');

const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
const locale = state.locale ?? asked.get('locale') ?? 'en';
const mode = asked.get('mode') === 'inline' ? 'inline' : 'panel';
const accent = asked.get('accent') ?? undefined;

document.documentElement.lang = locale;
document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr';
document.documentElement.dataset.theme = theme;
if (asked.has('alone')) document.documentElement.dataset.alone = '';
const page = new CSSStyleSheet();
page.replaceSync(`
html{background:#eef0f4;color:#333;font:15px/1.5 Inter,"Segoe UI","Helvetica Neue","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
html[data-theme=dark]{background:#0c0d10;color:#ccc}
body{margin:0;padding:32px}
#place{display:block;max-width:440px}
.seat{display:block;max-width:440px;margin-block-end:24px}
[data-alone] waymark-surface{display:none}
`);
document.adoptedStyleSheets = [page];

const client = createClient(state.view);

const remembered = new Map<string, string>();
const memory = {
  get: (key: string) => remembered.get(key) ?? null,
  set: (key: string, value: string) => void remembered.set(key, value),
};
const member = JSON.stringify([snapshot.company.id, snapshot.user.id]);
if (state.celebrated !== undefined) remembered.set(`waymark:level:${member}`, String(state.celebrated));
if (asked.has('unread')) remembered.set(`waymark:seen:${member}`, asked.get('unread') ?? '0');

const look = { client, memory, locale, theme, tokens: { accent } } as const;
const launcher = mountLauncher({ ...look, onPress: () => (center.isOpen ? center.close() : center.open()) });
function turned(open: boolean) {
  launcher.setExpanded(open);
  toast.setHushed(open);
}
const host = mode === 'inline' ? document.createElement('waymark-user-center') : undefined;
if (host !== undefined) {
  host.id = 'place';
  document.querySelector('main')?.append(host);
}
const center = mountUserCenter({
  ...look,
  mode,
  host,
  tab: state.tab,
  onOpen: () => turned(true),
  onClose: () => turned(false),
});
const toast = mountToast({ ...look, onOpen: () => center.open() });
const parts = (state.parts ? PARTS : []).map((part) => {
  const seat = document.createElement(`waymark-${part}`);
  seat.className = 'seat';
  document.querySelector('main')?.append(seat);
  return mountPart({ ...look, part, host: seat, onOpen: () => center.open() });
});
const isAside = state.parts === true || state.after !== undefined;
if (!asked.has('closed') && !isAside) center.open();
// The toast tells of what changes once it has seen what there was.
if (state.after !== undefined) {
  const { after } = state;
  requestAnimationFrame(() => requestAnimationFrame(() => client.show(after)));
}
if (state.badge !== undefined) {
  const name = state.view.snapshot?.badges.findIndex(({ id }) => id === state.badge) ?? -1;
  queueMicrotask(() => chooseBadge(name));
}

if (state.preferences !== undefined) choosePreferences(state.preferences);

function rootWith(selector: string): ShadowRoot | undefined {
  return [...document.querySelectorAll('*')]
    .flatMap(({ shadowRoot }) => shadowRoot ?? [])
    .find((found) => found.querySelector(selector));
}

/** Opens the preferences, which are loaded then, and changes one of them where the hub shall refuse it. */
function choosePreferences(how: 'open' | 'refused') {
  const root = rootWith('.choose');
  if (how === 'refused') client.answer(() => Promise.reject(new Error('This name is taken.')));
  root?.querySelector<HTMLElement>('.choose')?.click();
  const watch = new MutationObserver(() => {
    const choice = root?.querySelector<HTMLElement>('.preferences [type=checkbox]');
    if (!choice) return;
    watch.disconnect();
    if (how === 'refused') choice.click();
  });
  if (root) watch.observe(root, { childList: true, subtree: true });
}

function chooseBadge(index: number) {
  const root = rootWith('.wall');
  const wanted = state?.badge?.startsWith('secret') ? '.badge.secret button' : '.badge.earned button';
  if (index >= 0) root?.querySelector<HTMLElement>(wanted)?.click();
}

const handle = {
  names: Object.keys(states),
  calls: client.calls,
  center,
  launcher,
  toast,
  parts,
  /** Shows another state's view in the mounted widgets, or parts of a view. */
  show(next: string | Partial<View>) {
    const view = client.view.get();
    client.show(typeof next === 'string' ? (states[next]?.view ?? view) : { ...view, ...next });
  },
  view: client.view.get,
  /** Whether what was asked for is there, where it takes a moment to come. */
  isReady(): boolean {
    if (state.after !== undefined && rootWith('.toast') === undefined) return false;
    if (state.preferences !== undefined && rootWith('.preferences') === undefined) return false;
    if (state.preferences === 'refused' && rootWith('.preferences .refused') === undefined) return false;
    const wantsCompany = state.tab === 'company' && state.view.snapshot !== null;
    return !wantsCompany || asked.has('closed') || rootWith('.tiles') !== undefined;
  },
};
export type GalleryHandle = typeof handle;
Object.assign(window, { gallery: handle });
