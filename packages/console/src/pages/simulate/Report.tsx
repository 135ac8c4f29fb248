import type { LiveAndDraft, SimulationReport } from '@waymark/contracts';
import type { ComponentChildren } from 'preact';
import { useServices } from '../../app/services.js';
import { Findings } from '../../parts/Findings.js';
import { Stat } from '../../parts/Stat.js';
import { Notice } from '../../parts/States.js';
import { type Column, TableHead } from '../../parts/TableHead.js';
import { companyHref, personHref } from '../../route.js';

/** What a draft would change: the whole first, then by rule, outcome and level, then who. */
export function Report({ report }: { report: SimulationReport }) {
  const { words, format } = useServices();
  const { events, from, to, live, draft, points, winners, losers, isEmpty, findings } = report;
  const change = points.draft - points.live;
  return (
    <>
      <p class="muted simulation-about" role="status">
        {words.simulate.about(
          format.number(events),
          from === null ? null : format.day(from),
          to === null ? null : format.day(to),
        )}
        {' · '}
        {words.simulate.versions(
          `${live.id} ${format.number(live.version)}`,
          `${draft.id} ${format.number(draft.version)}`,
        )}
      </p>
      {isEmpty && (
        <section class="card">
          <Notice icon="check" title={words.simulate.same} />
        </section>
      )}
      {!isEmpty && (
        <>
          <dl class="stats">
            <Stat
              label={words.simulate.points}
              value={change === 0 ? '±0' : format.signed(change)}
              tone="accent"
            >
              <span class="muted">
                {format.number(points.live)} → {format.number(points.draft)}
              </span>
            </Stat>
            <Stat label={words.simulate.winners} value={format.number(winners)} />
            <Stat label={words.simulate.losers} value={format.number(losers)} />
            <Stat label={words.simulate.changed} value={format.number(report.peopleTotal)} />
          </dl>
          <Table
            title={words.simulate.byRule}
            rows={report.rules.map(({ ruleId, name, ...row }) => ({
              ...row,
              key: ruleId,
              name: format.text(name),
            }))}
          />
          <div class="split">
            <Table
              title={words.simulate.byOutcome}
              rows={report.outcomes.map(({ outcome, ...row }) => ({
                ...row,
                key: outcome ?? '',
                name: outcome === null ? words.simulate.byHand : (words.company.outcome[outcome] ?? outcome),
              }))}
            />
            <Table
              title={words.simulate.byLevel}
              rows={report.levels.map(({ level, title, ...row }) => ({
                ...row,
                key: String(level),
                name: `${format.number(level + 1)} ${format.text(title)}`,
              }))}
            />
          </div>
          <Table
            title={words.simulate.byCurrency}
            rows={report.currencies.map(({ currency, name, ...row }) => ({
              ...row,
              key: currency,
              name: format.text(name),
            }))}
          />
          <Table
            title={words.simulate.people}
            note={words.simulate.shown(
              format.number(report.people.length),
              format.number(report.peopleTotal),
            )}
            rows={report.people.map(({ userId, companyId, name, companyName, ...row }) => ({
              ...row,
              key: JSON.stringify([companyId, userId]),
              name: (
                <>
                  <a class="row-link" href={personHref(companyId, userId)}>
                    <bdi>{name}</bdi>
                  </a>{' '}
                  <span class="muted">
                    <bdi>{companyName}</bdi>{' '}
                    {row.liveLevel !== row.draftLevel &&
                      words.simulate.levels(
                        format.number(row.liveLevel + 1),
                        format.number(row.draftLevel + 1),
                      )}
                  </span>
                </>
              ),
            }))}
          />
          <Table
            title={words.simulate.companies}
            note={words.simulate.shown(
              format.number(report.companies.length),
              format.number(report.companiesTotal),
            )}
            rows={report.companies.map(({ companyId, name, ...row }) => ({
              ...row,
              key: companyId,
              name: (
                <a class="row-link" href={companyHref(companyId)}>
                  <bdi>{name}</bdi>
                </a>
              ),
            }))}
          />
        </>
      )}
      <Findings title={words.simulate.findings} findings={findings} />
    </>
  );
}

interface Row extends LiveAndDraft {
  readonly key: string;
  readonly name: ComponentChildren;
}

function Table({ title, note, rows }: { title: string; note?: string; rows: readonly Row[] }) {
  const { words, format } = useServices();
  if (rows.length === 0) return null;
  const columns: Column[] = [
    { id: 'what', label: words.simulate.what },
    { id: 'live', label: words.simulate.live, number: true },
    { id: 'draft', label: words.simulate.draftColumn, number: true },
    { id: 'change', label: words.simulate.change, number: true },
  ];
  return (
    <section class="card compared">
      <header class="card-head">
        <h2>{title}</h2>
        {note !== undefined && <span class="muted">{note}</span>}
      </header>
      <table class="table" aria-label={title}>
        <TableHead columns={columns} />
        <tbody>
          {rows.map(({ key, name, live, draft }) => (
            <tr key={key}>
              <td>{name}</td>
              <td class="number muted cell-live">{format.number(live)}</td>
              <td class="number">{format.number(draft)}</td>
              <td class={`number ${draft === live ? 'muted' : 'strong'}`}>
                {draft === live ? '·' : format.signed(draft - live)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
