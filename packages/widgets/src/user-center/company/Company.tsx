import type { CompanyGrowthView, CompanyPeopleView, CompanyView, LevelView } from '@waymark/contracts';
import type { Voice } from '../../locale/voice.js';
import { Icon } from '../../surface/Icon.js';
import { CompanyLevel } from '../growth/CompanyLevel.js';
import { useScene } from '../scene.js';
import { type CompanyKey, en, zh } from './messages.js';

/** What {@link Company} is drawn from. */
export interface CompanyProps {
  readonly company: CompanyView;
  readonly growth: CompanyGrowthView;
  /** The levels that persons reach, by which people are counted. */
  readonly levels: readonly LevelView[];
}

/** How a company does, for those who decide and administer: numbers, and never names. */
export function Company({ company, growth, levels }: CompanyProps) {
  const voice = useScene().speak({ en, zh });
  const { people } = growth;
  return (
    <>
      <CompanyLevel company={company} growth={growth} />
      {people !== null && (
        <>
          <Active people={people} voice={voice} />
          <Levels people={people} levels={levels} voice={voice} />
          <Adoption people={people} voice={voice} />
          <Stuck people={people} voice={voice} />
          <p class="note privacy">
            <Icon name="hidden" />
            {voice.t('privacy')}
          </p>
        </>
      )}
    </>
  );
}

interface PartProps {
  readonly people: CompanyPeopleView;
  readonly voice: Voice<CompanyKey>;
}

function Active({ people, voice }: PartProps) {
  const tiles: [CompanyKey, number, boolean][] = [
    ['active7', people.active7, true],
    ['active28', people.active28, true],
    ['peopleTotal', people.total, false],
  ];
  return (
    <section part="company-people">
      <h3 class="heading">{voice.t('people')}</h3>
      <dl class="tiles">
        {tiles.map(([key, count, isShare]) => (
          <div key={key} class="tile">
            <dt class="note">{voice.t(key)}</dt>
            <dd>
              <span class="count">{voice.compact(count)}</span>
              {isShare && people.total > 0 && <span class="note">{voice.percent(count / people.total)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Levels({ people, levels, voice }: PartProps & { readonly levels: readonly LevelView[] }) {
  const highest = Math.max(1, ...people.byLevel);
  return (
    <section part="company-levels">
      <h3 class="heading">{voice.t('byLevel')}</h3>
      <ol class="lines">
        {levels.map((level, i) => {
          const count = people.byLevel[i] ?? 0;
          return (
            <li key={level.at} class="line-row">
              <span class="name">
                <span class="number" aria-hidden="true">
                  {voice.number(i + 1)}
                </span>
                {voice.text(level.title)}
              </span>
              <span class={count === 0 ? 'note' : 'points'}>
                {count === 0
                  ? voice.t('fewPeople')
                  : voice.t('peopleCount', { n: count, count: voice.compact(count) })}
              </span>
              <Bar share={count / highest} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Adoption({ people, voice }: PartProps) {
  const { adoption, total } = people;
  return (
    <section part="company-adoption">
      <header class="heading">
        <h3>{voice.t('adoption')}</h3>
        {adoption.length > 0 && <p class="note">{voice.t('adoptionNote')}</p>}
      </header>
      {adoption.length === 0 && <p class="empty">{voice.t('emptyAdoption')}</p>}
      <ul class="lines">
        {adoption.map(({ ruleId, name, ever, recent }) => (
          <li key={ruleId} class="line-row">
            <span class="name">{voice.text(name)}</span>
            <span class="points" aria-hidden="true">
              {voice.percent(total === 0 ? 0 : recent / total)}
            </span>
            <Bar share={total === 0 ? 0 : recent / total} over={total === 0 ? 0 : ever / total} />
            <span class="note">
              {voice.t('usedBy', {
                recent: voice.compact(recent),
                ever: voice.compact(ever),
                total: voice.compact(total),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Stuck({ people, voice }: PartProps) {
  return (
    <section part="company-stuck">
      <h3 class="heading">{voice.t('stuck')}</h3>
      {people.stuck.length === 0 && <p class="empty">{voice.t('emptyStuck')}</p>}
      <ul class="lines">
        {people.stuck.map(({ questId, name, step, people: count }) => (
          <li key={questId} class="line-row">
            <span class="name">{voice.text(name)}</span>
            <span class="points">{voice.t('peopleCount', { n: count, count: voice.compact(count) })}</span>
            <span class="note">{voice.t('stuckAt', { step: voice.text(step) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A bar, with a fainter one behind it for what once was. Decorative. */
function Bar({ share, over = 0 }: { readonly share: number; readonly over?: number }) {
  const width = (of: number) => ({ inlineSize: `${Math.min(1, Math.max(0, of)) * 100}%` });
  return (
    <span class="meter" aria-hidden="true">
      {over > share && <span class="ever" style={width(over)} />}
      {share > 0 && <span style={width(share)} />}
    </span>
  );
}
