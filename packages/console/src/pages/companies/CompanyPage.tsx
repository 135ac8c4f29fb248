import { useServices } from '../../app/services.js';
import { useResource } from '../../hub/resource.js';
import { Avatar } from '../../parts/Avatar.js';
import { Lanes } from '../../parts/Bars.js';
import { Icon } from '../../parts/Icon.js';
import { Ago } from '../../parts/Moment.js';
import { Stat } from '../../parts/Stat.js';
import { Failed, SkeletonRows } from '../../parts/States.js';
import { hrefOf } from '../../route.js';
import { TopPeople } from './TopPeople.js';

/** One company: what its growth is made of, how its people stand, and who leads. */
export function CompanyPage({ companyId }: { companyId: string }) {
  const { api, words, format } = useServices();
  const {
    value: company,
    problem,
    retry,
  } = useResource(companyId, (signal) => api.company(companyId, signal));
  const overview = useResource('overview', (signal) => api.overview(signal));
  if (problem !== null) {
    return (
      <section class="card">
        <Failed problem={problem} retry={retry} />
      </section>
    );
  }
  if (company === null || company.companyId !== companyId) {
    return (
      <section class="card">
        <SkeletonRows />
      </section>
    );
  }
  const levels = overview.value?.levels ?? [];
  const everybody = hrefOf({ page: 'people', filters: { company: companyId } });
  return (
    <>
      <nav class="trail" aria-label={words.pages.companies}>
        <a href="#/companies">{words.pages.companies}</a>
      </nav>
      <header class="profile">
        <Avatar id={company.companyId} name={company.name} kind="company" />
        <div class="profile-who">
          <h1>
            <bdi>{company.name}</bdi>
          </h1>
          <p class="code muted">
            <bdi>{company.companyId}</bdi>
          </p>
        </div>
        <a class="button" href={everybody}>
          <Icon name="people" />
          {words.company.everybody}
        </a>
      </header>
      <dl class="stats">
        <Stat label={words.companies.growth} value={format.number(company.growth)} tone="accent" />
        <Stat label={words.companies.people} value={format.number(company.people)} />
        <Stat label={words.companies.events} value={format.number(company.events)} />
        <Stat label={words.companies.lastSeen} value="">
          <span class="stat-text">
            <Ago iso={company.lastSeen} />
          </span>
        </Stat>
      </dl>
      <div class="split">
        <section class="card card-padded">
          <header class="card-head">
            <h2>{words.company.outcomes}</h2>
          </header>
          <Lanes
            bars={company.outcomes.map(({ outcome, points }) => ({
              key: outcome,
              value: points,
              label: words.company.outcome[outcome] ?? outcome,
              shown: format.number(points),
            }))}
          />
        </section>
        <section class="card card-padded">
          <header class="card-head">
            <h2>{words.company.levels}</h2>
          </header>
          <Lanes
            bars={company.levelCounts.map((count, i) => ({
              key: String(i),
              value: count,
              label: levels[i] ? format.text(levels[i].title) : format.number(i + 1),
              shown: format.number(count),
            }))}
          />
        </section>
      </div>
      {company.top.length > 0 && <TopPeople company={company} levels={levels} />}
    </>
  );
}
