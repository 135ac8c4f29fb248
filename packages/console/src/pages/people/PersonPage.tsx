import type { LedgerEntry, Page, PersonDetail } from '@waymark/contracts';
import { useRef } from 'preact/hooks';
import { useServices } from '../../app/services.js';
import { useGrowingList } from '../../hub/pages.js';
import { Columns } from '../../parts/Bars.js';
import { Failed, SkeletonRows } from '../../parts/States.js';
import type { Route } from '../../route.js';
import { BadgeWall } from './BadgeWall.js';
import { CorrectionForm } from './CorrectionForm.js';
import { Ledger } from './Ledger.js';
import { LevelLadder } from './LevelLadder.js';
import { PersonHead } from './PersonHead.js';

/** One person in one company, in full. */
export function PersonPage({ companyId, userId, filters }: Extract<Route, { page: 'person' }>) {
  const { api } = useServices();
  const detail = useRef<PersonDetail | null>(null);
  const ledger = useGrowingList<LedgerEntry>(`${companyId}\n${userId}`, async (cursor, signal) => {
    const person = await api.person(companyId, userId, cursor, signal);
    if (cursor === undefined) detail.current = person;
    return person.ledger satisfies Page<LedgerEntry>;
  });
  const person = detail.current;
  if (ledger.problem !== null && person === null) {
    return (
      <section class="card">
        <Failed problem={ledger.problem} retry={ledger.retry} />
      </section>
    );
  }
  if (person === null || person.userId !== userId || person.companyId !== companyId) {
    return (
      <section class="card">
        <SkeletonRows />
      </section>
    );
  }
  return (
    <>
      <PersonHead person={person} />
      <div class="split">
        <DaysCard person={person} />
        <LevelLadder person={person} />
      </div>
      <BadgeWall badges={person.badgeViews} />
      <CorrectionForm
        key={`${person.companyId}\n${person.userId}`}
        person={person}
        onCorrected={ledger.retry}
      />
      <Ledger
        list={ledger}
        companyId={companyId}
        userId={userId}
        filters={filters}
        onCorrected={ledger.retry}
      />
    </>
  );
}

function DaysCard({ person }: { person: PersonDetail }) {
  const { words, format } = useServices();
  const bars = person.days.map(({ day, points }) => ({
    key: day,
    value: points,
    label: format.day(day),
    shown: format.number(points),
  }));
  const total = person.days.reduce((sum, { points }) => sum + points, 0);
  const first = person.days[0];
  const last = person.days.at(-1);
  return (
    <section class="card card-padded">
      <header class="card-head">
        <h2>{words.person.days}</h2>
        <span class="number strong">{format.signed(total)}</span>
      </header>
      <Columns bars={bars} title={words.person.days} />
      {total === 0 ? (
        <p class="muted">{words.person.daysNone}</p>
      ) : (
        <p class="columns-ends muted">
          <span>{first && format.day(first.day)}</span>
          <span>{last && format.day(last.day)}</span>
        </p>
      )}
    </section>
  );
}
