import type { Delivery, JsonObject } from '@waymark/contracts';
import { startTips, type ToldEvent } from '@waymark/widgets/tips';
import { createClient } from '../fixtures/client.js';
import { tipsOf, viewWith } from '../fixtures/tips.js';

/** A page with tips, as its address says: `?show=tour,banner&theme=dark&locale=ar`. */
const asked = new URLSearchParams(location.search);
const locale = asked.get('locale') ?? 'en';
const theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
document.documentElement.lang = locale;
document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr';
document.documentElement.dataset.theme = theme;
const page = new CSSStyleSheet();
page.replaceSync(`
html{background:#eef0f4;color:#222;font:15px/1.5 "Segoe UI","Noto Sans CJK SC","Noto Sans Arabic",sans-serif}
html[data-theme=dark]{background:#0c0d10;color:#ccc}
body{margin:0}main{padding:90px 24px;max-width:900px;margin:auto}
p{margin:0 0 240px}.far{margin-block-start:1200px}
`);
document.adoptedStyleSheets = [page];

if (asked.has('hostile')) {
  const hostile = new CSSStyleSheet();
  hostile.replaceSync(
    '*{all:unset!important}button{display:inline-block!important}h1{position:fixed!important;inset:0!important;z-index:2147483647!important;pointer-events:none!important}',
  );
  document.adoptedStyleSheets = [page, hostile];
}
if (asked.has('frozen')) {
  Object.freeze(Object.prototype);
  Object.freeze(Array.prototype);
  document.querySelector = () => {
    throw new Error('Ours.');
  };
  Element.prototype.querySelectorAll = () => {
    throw new Error('Ours.');
  };
}

const all = tipsOf(locale);
const named = (names: string) =>
  names.split(',').flatMap((name) => {
    const delivery = all[name];
    return delivery ? [delivery] : [];
  });
const client = createClient(viewWith(named(asked.get('show') ?? '')));
const facts: { event: string; properties: JsonObject }[] = [];
const errors: string[] = [];
const listeners = new Set<(event: ToldEvent) => void>();
const start = () =>
  startTips({
    client: { ...client, track: (event, properties = {}) => void facts.push({ event, properties }) },
    theme,
    locale,
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onError: (error) => void errors.push(error.message),
  });

const handle = {
  tips: start(),
  start,
  facts,
  errors,
  calls: client.calls,
  all,
  show: (deliveries: readonly Delivery[]) => client.show(viewWith(deliveries)),
  tell(name: string) {
    for (const listener of listeners) listener({ name, properties: {}, context: {} });
  },
};
export type TipsGallery = typeof handle;
Object.assign(window, { gallery: handle });
