import type { LeaguePlace, LeagueView, Localized, Tier } from '@waymark/contracts';
import type { Voice } from '../../locale/voice.js';
import { Medal } from '../../medal/Medal.js';
import { Icon } from '../../surface/Icon.js';
import { PlaceList } from '../growth/PlaceList.js';
import { useScene } from '../scene.js';
import { en, type LeagueKey, zh } from './messages.js';

const METALS: readonly Tier[] = ['bronze', 'silver', 'gold', 'platinum', 'diamond'];
const ZONES = ['up', 'stay', 'down'] as const;
const ZONE_NAMES = { up: 'goingUp', stay: 'staying', down: 'goingDown' } as const;

/** The person's league: its medal and name, their group by what becomes of whom, and when that is final. */
export function League({ league, me }: { readonly league: LeagueView; readonly me: string }) {
  const scene = useScene();
  const voice = scene.speak({ en, zh });
  const { names, places, last, withheld } = league;
  const total = names.length;
  return (
    <div class="league">
      <header>
        <Medal medal={{ shape: 'shield', glyph: 'crown' }} tier={tierOf(league.league, names)} />
        <div>
          <p class="title">{voice.text(names[league.league])}</p>
          <p class="note">{voice.t('leagueOf', { league: league.league + 1, total })}</p>
        </div>
      </header>
      {withheld !== undefined ? (
        <p class="empty">{voice.t('leagueFew')}</p>
      ) : places.length === 0 ? (
        <p class="empty">{voice.t('leagueJoin', { period: voice.present(league.window) })}</p>
      ) : (
        ZONES.map((zone) => <Zone key={zone} zone={zone} places={places} me={me} voice={voice} />)
      )}
      {last !== null && (
        <p class="note">{voice.t(lastKey(last), { rank: last.rank, people: last.people })}</p>
      )}
      <p class="note">{voice.t('leagueSettles', { date: voice.date(league.settles) })}</p>
    </div>
  );
}

function Zone(props: {
  readonly zone: LeaguePlace['zone'];
  readonly places: readonly LeaguePlace[];
  readonly me: string;
  readonly voice: Voice<LeagueKey>;
}) {
  const { zone, places, me, voice } = props;
  const its = places.filter((place) => place.zone === zone);
  if (its.length === 0) return null;
  const name = voice.t(ZONE_NAMES[zone]);
  return (
    <div class={zone}>
      <h4 class="zone">
        {zone !== 'stay' && <Icon name="step" />}
        {name}
      </h4>
      <PlaceList label={name} places={its} me={me} />
    </div>
  );
}

/** The lowest league is the lowest metal, the highest the highest, and the others lie between. */
function tierOf(league: number, names: readonly Localized[]): Tier {
  return METALS[Math.round((league * (METALS.length - 1)) / Math.max(1, names.length - 1))] ?? 'bronze';
}

function lastKey({ league, to }: NonNullable<LeagueView['last']>): LeagueKey {
  return to > league ? 'lastUp' : to < league ? 'lastDown' : 'lastStay';
}
