import type {
  Campaign,
  CampaignDetail,
  CampaignEffect,
  CampaignFigures,
  CampaignList,
  CampaignRow,
  Event,
  ImpressionKind,
} from '@waymark/contracts';
import { lintPlaybook } from '@waymark/engine';
import { channelOf, type GroupCount, goalCounts, liftOf } from '@waymark/engine/campaigns';
import { type RawBuilder, sql } from 'kysely';
import type { ReadContext } from '../read/context.js';
import { targetOf } from '../record/push-row.js';
import type { GoalFacts } from './goal-facts.js';
import type { Campaigns } from './program.js';

/** What operators see of campaigns. */
export interface CampaignReads {
  list(): Promise<CampaignList>;
  /** Null for one that the playbook does not have. */
  detail(campaignId: string): Promise<CampaignDetail | null>;
}

/** Pushes told of, the newest first, and answers that are read. */
const PUSHES = 20;
const ANSWERS = 5_000;

/** Reads over what became of campaigns. */
export function createCampaignReads(
  { tenant, reader, now }: ReadContext,
  { playbook, program }: Pick<Campaigns, 'playbook' | 'program'>,
  goals: GoalFacts,
): CampaignReads {
  const all = async <Row>(statement: RawBuilder<Row>): Promise<Row[]> =>
    (await statement.execute(reader.kysely)).rows;

  async function figures(campaignId: string | null): Promise<ReadonlyMap<string, CampaignFigures>> {
    const one = campaignId === null ? sql`` : sql`and campaign_id = ${campaignId}`;
    const rows = await all(sql<{ campaign_id: string; kind: ImpressionKind; people: number; times: number }>`
      select campaign_id, kind, count(*) as people, sum(times) as times from (
        select campaign_id, kind, company_id, user_id, count(*) as times from impressions
        where tenant_id = ${tenant} ${one} group by campaign_id, kind, company_id, user_id
      ) as own group by campaign_id, kind`);
    const found = new Map<string, Map<ImpressionKind, { people: number; times: number }>>();
    for (const { campaign_id, kind, people, times } of rows) {
      const kinds = found.get(campaign_id) ?? new Map();
      found.set(campaign_id, kinds.set(kind, { people: Number(people), times: Number(times) }));
    }
    return new Map(
      program.campaigns.map(({ campaign: { id } }) => {
        const people = (kind: ImpressionKind) => found.get(id)?.get(kind)?.people ?? 0;
        return [
          id,
          {
            entered: people('entered'),
            heldOut: people('held_out'),
            shown: people('shown'),
            impressions: found.get(id)?.get('shown')?.times ?? 0,
            clicked: people('clicked'),
            answered: people('answered'),
            snoozed: people('snoozed'),
            dismissed: people('dismissed'),
            completed: people('completed'),
            anchorLost: people('anchor_lost'),
          },
        ];
      }),
    );
  }

  async function effectOf(campaign: Campaign): Promise<CampaignEffect | null> {
    const { id, goal, experiment } = campaign;
    if (goal === undefined) return null;
    const facts = await goals.all();
    const entries = await reader.kysely
      .selectFrom('impressions')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('campaign_id', '=', id)
      .where('kind', 'in', ['entered', 'held_out'])
      .execute();
    const impressions = entries.map((row) => ({
      id: row.event_id,
      campaignId: id,
      kind: row.kind,
      userId: row.user_id,
      companyId: row.company_id,
      at: row.happened_at,
      ...(row.arm === null ? {} : { arm: row.arm }),
    }));
    const groups = goalCounts(campaign, impressions, facts, new Date(now()).toISOString());
    const isHoldout = ({ group }: GroupCount) => group === 'holdout';
    const heldOut = sumOf(groups.filter(isHoldout));
    const treated = sumOf(groups.filter((group) => !isHoldout(group)));
    return { by: experiment?.by ?? 'user', days: goal.days, groups, lift: liftOf(treated, heldOut) };
  }

  async function rowOf(campaign: Campaign, own: CampaignFigures | undefined): Promise<CampaignRow> {
    const { id, name, status, content, audience, experiment, goal, triggers = [] } = campaign;
    return {
      id,
      name,
      kind: content.kind,
      status,
      channel: channelOf(campaign),
      ...(audience === undefined ? {} : { audience }),
      holdout: experiment?.holdout ?? 0,
      goal: goal?.event ?? null,
      isPushed: triggers.some(({ kind }) => kind === 'push'),
      figures: own as CampaignFigures,
      effect: await effectOf(campaign),
    };
  }

  async function partsOf(campaign: Campaign): Promise<CampaignDetail['parts']> {
    const rows = await all(sql<{ part: string; people: number }>`
      select part, count(*) as people from (
        select distinct part, company_id, user_id from impressions
        where tenant_id = ${tenant} and campaign_id = ${campaign.id} and kind in ('step', 'clicked') and part is not null
      ) as own group by part`);
    const people = new Map(rows.map((row) => [row.part, Number(row.people)]));
    const contents = [
      campaign.content,
      ...(campaign.experiment?.arms ?? []).flatMap((arm) => arm.content ?? []),
    ];
    const ids = contents.flatMap((content) =>
      content.kind === 'tour'
        ? content.steps.map(({ id }) => id)
        : content.kind === 'checklist'
          ? content.items.map(({ id }) => id)
          : [],
    );
    return [...new Set(ids)].map((part) => ({ part, people: people.get(part) ?? 0 }));
  }

  /** Of the latest answers those that were chosen; what people wrote is read where feedback is. */
  async function answersOf({ id }: Campaign): Promise<CampaignDetail['answers']> {
    const rows = await all(sql<{ body: string }>`
      select l.body from impressions i join log l on l.tenant_id = i.tenant_id and l.position = i.position
      where i.tenant_id = ${tenant} and i.campaign_id = ${id} and i.kind = 'answered'
      order by i.position desc limit ${sql.lit(ANSWERS)}`);
    const counts = new Map<string, { question: string; answer: string | number; count: number }>();
    for (const { body } of rows) {
      const { question = '', answer } = (JSON.parse(body) as Event).properties ?? {};
      const chosen = Array.isArray(answer) ? answer : typeof answer === 'number' ? [answer] : [];
      for (const one of chosen as (string | number)[]) {
        const key = JSON.stringify([question, one]);
        const known = counts.get(key) ?? { question: String(question), answer: one, count: 0 };
        counts.set(key, { ...known, count: known.count + 1 });
      }
    }
    return [...counts.values()].sort((a, b) => b.count - a.count || (a.question < b.question ? -1 : 1));
  }

  async function pushesOf({ id }: Campaign): Promise<CampaignDetail['pushes']> {
    const rows = await reader.kysely
      .selectFrom('pushes')
      .selectAll()
      .where('tenant_id', '=', tenant)
      .where('campaign_id', '=', id)
      .orderBy('position', 'desc')
      .limit(PUSHES)
      .execute();
    return rows.map((row) => ({
      id: row.event_id,
      at: row.pushed_at,
      operator: row.operator,
      to: targetOf(row),
    }));
  }

  return {
    async list() {
      const own = await figures(null);
      const rows: CampaignRow[] = [];
      for (const { campaign } of program.campaigns) rows.push(await rowOf(campaign, own.get(campaign.id)));
      return {
        playbookVersion: playbook.version,
        rows,
        audiences: (playbook.audiences ?? []).map(({ id, name }) => ({ id, name })),
      };
    },
    async detail(campaignId) {
      const { campaigns = [] } = playbook;
      const index = campaigns.findIndex(({ id }) => id === campaignId);
      const campaign = campaigns[index];
      if (campaign === undefined) return null;
      const own = await figures(campaignId);
      return {
        ...(await rowOf(campaign, own.get(campaignId))),
        campaign,
        parts: await partsOf(campaign),
        answers: await answersOf(campaign),
        pushes: await pushesOf(campaign),
        findings: findingsOf(lintPlaybook(playbook), index),
      };
    },
  };
}

/** What the linter, or a parser, says of one campaign of a playbook: paths are those of the campaign. */
export function findingsOf<One extends { readonly path: string; readonly message: string }>(
  findings: readonly One[],
  index: number,
): { path: string; message: string }[] {
  const at = `campaigns[${index}]`;
  return findings.flatMap(({ path, message }) =>
    path === at || path.startsWith(`${at}.`) ? [{ path: path.slice(at.length + 1), message }] : [],
  );
}

function sumOf(groups: readonly GroupCount[]): { entered: number; reached: number } {
  return groups.reduce(
    (sum, { entered, reached }) => ({ entered: sum.entered + entered, reached: sum.reached + reached }),
    { entered: 0, reached: 0 },
  );
}
