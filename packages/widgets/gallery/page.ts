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
// Parts stand alone: no user center is in the page's flow beside them.
const mode = asked.get('mode') === 'inline' && !state.parts ? 'inline' : 'panel';
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

// A font of its own makes texts equally wide on every machine.
let isLettered = !asked.has('font');
if (!isLettered) {
  const font = new FontFace('Inter', 'url(/font.woff2)', { weight: '100 900' });
  document.fonts.add(font);
  void font.load().then(() => {
    isLettered = true;
  });
}

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
const launcher = mountLauncher({
  ...look,
  onPress: () => (center.isOpen ? center.close() : center.open()),
  onNear: () => center.prepare(),
});
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
  const wanted = state.badge.startsWith('secret') ? '.badge.secret button' : '.badge.earned button';
  when(wanted, (badge) => badge.click());
}
if (state.preferences !== undefined) {
  const refuse = () => Promise.reject(new Error('This name is taken.'));
  if (state.preferences === 'refused') client.answer(refuse);
  when('.sheet.open .choose', (choose) => choose.click());
  if (state.preferences === 'refused') when('.preferences [type=checkbox]', (quiet) => quiet.click());
}

if (state.wish !== undefined) {
  const { wish } = state;
  if (wish === 'refused')
    client.decide(async () => ({ status: 'refused', code: 'out_of_stock', message: 'None left.' }));
  if (wish === 'unanswered') client.decide(() => Promise.reject(new Error('No answer.')));
  when('.reward .redeem', (first) => {
    first.click();
    if (wish !== 'sure') when('.reward .confirm', (confirm) => confirm.click());
  });
}

/** The first element in any shadow root of the page that a selector names. */
function find(selector: string): HTMLElement | null {
  for (const { shadowRoot } of document.querySelectorAll('*')) {
    const found = shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
  }
  return null;
}

/** Does something with an element as soon as it is there. */
function when(selector: string, act: (element: HTMLElement) => void) {
  const element = find(selector);
  if (element) act(element);
  else requestAnimationFrame(() => when(selector, act));
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
    const { snapshot } = state.view;
    const wanted = [
      state.after !== undefined && '.toast',
      state.preferences !== undefined && '.preferences',
      state.preferences === 'refused' && '.preferences .refused',
      state.badge !== undefined && '.badge-detail',
      state.wish !== undefined &&
        (state.wish === 'sure' ? '.reward .question' : `.reward .fate.${state.wish}`),
      state.tab === 'growth' && snapshot?.wallets?.length && center.isOpen && '.shelf',
      state.tab === 'company' && snapshot !== null && center.isOpen && '.tiles',
      state.tab === 'growth' && snapshot?.badges.length && center.isOpen && '.badges',
      // Without a ranking the league is shown at once.
      snapshot?.league !== undefined && snapshot.rankings.length === 0 && center.isOpen && '.league',
      state.parts && snapshot !== null && '.badges',
      state.parts && snapshot !== null && '.shelf',
    ];
    return isLettered && wanted.every((selector) => !selector || find(selector) !== null);
  },
};
export type GalleryHandle = typeof handle;
Object.assign(window, { gallery: handle });
