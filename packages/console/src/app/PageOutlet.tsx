import { useEffect, useRef } from 'preact/hooks';
import { CampaignPage } from '../pages/campaigns/CampaignPage.js';
import { CampaignsPage } from '../pages/campaigns/CampaignsPage.js';
import { DecisionsPage } from '../pages/campaigns/DecisionsPage.js';
import { CompaniesPage } from '../pages/companies/CompaniesPage.js';
import { CompanyPage } from '../pages/companies/CompanyPage.js';
import { LivePage } from '../pages/live/LivePage.js';
import { PeoplePage } from '../pages/people/PeoplePage.js';
import { PersonPage } from '../pages/people/PersonPage.js';
import { SimulatePage } from '../pages/simulate/SimulatePage.js';
import { useReadable } from '../readable.js';
import { hrefOf, type Route } from '../route.js';
import { useServices } from './services.js';

/** The page that the address names. */
export function PageOutlet() {
  const { router, words } = useServices();
  const route = useReadable(router.route);
  const place = hrefOf({ ...route, filters: {} });
  const first = useRef(true);
  const section = sectionOf(route);
  useEffect(() => {
    document.title = `${words.pages[section]} · ${words.product} ${words.console}`;
  }, [section, words]);
  // A new place begins at its top.
  useEffect(() => {
    if (!first.current) scrollTo(0, 0);
    first.current = false;
  }, [place]);
  return <div class="page">{pageOf(route)}</div>;
}

/** Which entry of the rail a route belongs to. */
export function sectionOf({ page }: Route): Section {
  return Object.hasOwn(WITHIN, page) ? WITHIN[page as keyof typeof WITHIN] : (page as Section);
}

/** An entry of the rail. */
export type Section = Exclude<Route['page'], keyof typeof WITHIN>;

const WITHIN = {
  person: 'people',
  company: 'companies',
  campaign: 'campaigns',
  decisions: 'campaigns',
} as const;

function pageOf(route: Route) {
  switch (route.page) {
    case 'people':
      return <PeoplePage filters={route.filters} />;
    case 'person':
      return <PersonPage {...route} />;
    case 'companies':
      return <CompaniesPage filters={route.filters} />;
    case 'company':
      return <CompanyPage companyId={route.companyId} />;
    case 'campaigns':
      return <CampaignsPage filters={route.filters} />;
    case 'campaign':
      return <CampaignPage campaignId={route.campaignId} filters={route.filters} />;
    case 'decisions':
      return <DecisionsPage filters={route.filters} />;
    case 'simulate':
      return <SimulatePage />;
    default:
      return <LivePage filters={route.filters} />;
  }
}
