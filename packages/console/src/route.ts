import { createWritable, type Writable } from './readable.js';

/** Where the console is: a page, what it is about, and its filters. All of it is in the address. */
export type Route =
  | { readonly page: 'live'; readonly filters: Filters }
  | { readonly page: 'people'; readonly filters: Filters }
  | {
      readonly page: 'person';
      readonly companyId: string;
      readonly userId: string;
      readonly filters: Filters;
    }
  | { readonly page: 'companies'; readonly filters: Filters }
  | { readonly page: 'simulate'; readonly filters: Filters }
  | { readonly page: 'campaigns'; readonly filters: Filters }
  | { readonly page: 'campaign'; readonly campaignId: string; readonly filters: Filters }
  | { readonly page: 'decisions'; readonly filters: Filters }
  | { readonly page: 'company'; readonly companyId: string; readonly filters: Filters };

/** What a list is narrowed by; absent means everything. */
export type Filters = { readonly [name: string]: string };

/** Reads an address's `#/people?company=c_1`; whatever is unknown leads to Live. */
export function routeOf(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const filters: Filters = Object.fromEntries([...new URLSearchParams(query)].filter(([, value]) => value));
  const [page, ...ids] = path.split('/').filter(Boolean).map(decoded);
  const [companyId, userId] = ids;
  if (page === 'people' && companyId !== undefined && userId !== undefined) {
    // A vendor without companies has the empty id, which a path cannot hold.
    return { page: 'person', companyId: companyId === '-' ? '' : companyId, userId, filters };
  }
  if (page === 'people') return { page: 'people', filters };
  if (page === 'companies' && companyId !== undefined) return { page: 'company', companyId, filters };
  if (page === 'companies') return { page: 'companies', filters };
  if (page === 'campaigns' && companyId !== undefined)
    return { page: 'campaign', campaignId: companyId, filters };
  if (page === 'simulate' || page === 'campaigns' || page === 'decisions') return { page, filters };
  return { page: 'live', filters };
}

/** The address of a route, for links. */
export function hrefOf(route: Route): string {
  const query = new URLSearchParams(Object.entries(route.filters).filter(([, value]) => value)).toString();
  return `#/${pathOf(route)}${query ? `?${query}` : ''}`;
}

/** A person's page. */
export const personHref = (companyId: string, userId: string): string =>
  hrefOf({ page: 'person', companyId, userId, filters: {} });

/** A company's page. */
export const companyHref = (companyId: string): string => hrefOf({ page: 'company', companyId, filters: {} });

/** A campaign's page. */
export const campaignHref = (campaignId: string): string =>
  hrefOf({ page: 'campaign', campaignId, filters: {} });

function pathOf(route: Route): string {
  if (route.page === 'person') {
    return `people/${encodeURIComponent(route.companyId || '-')}/${encodeURIComponent(route.userId)}`;
  }
  if (route.page === 'company') return `companies/${encodeURIComponent(route.companyId)}`;
  if (route.page === 'campaign') return `campaigns/${encodeURIComponent(route.campaignId)}`;
  return route.page;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address bar as a value. */
export interface Router {
  readonly route: Writable<Route>;
  /** Goes to a page and leaves a step back. */
  go(href: string): void;
  /** Narrows the page in place: shareable, but no step back for every key typed. */
  refine(filters: Filters): void;
  dispose(): void;
}

/** Follows the address bar of a window. */
export function createRouter(view: Window): Router {
  const route = createWritable(routeOf(view.location.hash));
  const follow = () => route.set(routeOf(view.location.hash));
  view.addEventListener('hashchange', follow);
  return {
    route,
    go: (href) => {
      view.location.hash = href.slice(1);
    },
    refine(filters) {
      view.history.replaceState(null, '', hrefOf({ ...route.get(), filters }));
      follow();
    },
    dispose: () => view.removeEventListener('hashchange', follow),
  };
}
