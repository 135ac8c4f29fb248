import { type DecisionView, isId, isTimestamp, type PushAnswer, type PushTarget } from '@waymark/contracts';
import { decide } from '@waymark/engine/campaigns';
import type { FastifyInstance } from 'fastify';
import { createCampaignReads } from '../campaigns/campaign-reads.js';
import { insertCampaign, problemsOf } from '../campaigns/drafts.js';
import { createEventCounts } from '../campaigns/event-counts.js';
import { pastImpressions } from '../campaigns/past-impressions.js';
import { createProfiles } from '../campaigns/profiles.js';
import { type Campaigns, prepareCampaigns } from '../campaigns/program.js';
import { verdictViews } from '../campaigns/verdict-views.js';
import type { Member } from '../read/context.js';
import { headOf } from '../read/member-state.js';
import { userName } from '../read/names.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { figuresOfPeople, found, tellOfHome } from './operator-sight.js';
import { operatorWords } from './operator-words.js';
import { notWritten, Refusal } from './refusal.js';

type OfCampaign = { Params: { campaignId: string } };

/** What is asked about somebody. */
interface Question {
  readonly member: Member;
  readonly path: string | null;
  readonly at: string | undefined;
}

/**
 * `/admin/v1/campaigns…`: how campaigns do, why one is shown to somebody or not, and sending one; and `/admin/v1/decisions`: what
 * somebody would meet at a page, at a time, with a draft of a campaign or without.
 */
export function campaignRoutes(scope: FastifyInstance, context: HubContext): void {
  const { campaigns, gate, playbook, settings, writer } = context;
  const reads = createCampaignReads(context, campaigns, context.goals);
  const campaignIn = (id: string) =>
    found(
      playbook.campaigns?.find((one) => one.id === id),
      'campaign',
    );

  scope.get('/campaigns', () => reads.list());
  scope.get<OfCampaign>('/campaigns/:campaignId', async ({ params }) =>
    found(await reads.detail(params.campaignId), 'campaign'),
  );
  scope.get<OfCampaign>('/campaigns/:campaignId/why', async ({ params, query }): Promise<DecisionView> => {
    figuresOfPeople(context);
    const { id } = campaignIn(params.campaignId);
    const view = await decided(questionIn(query), campaigns);
    return { ...view, verdicts: view.verdicts.filter(({ campaignId }) => campaignId === id) };
  });
  scope.post('/decisions', async ({ body }): Promise<DecisionView> => {
    figuresOfPeople(context);
    const input = jsonIn(body);
    const { campaign } = (input ?? {}) as { campaign?: unknown };
    return decided(questionIn(input), campaign === undefined ? campaigns : drafted(campaign));
  });
  scope.post<OfCampaign>('/campaigns/:campaignId/pushes', async ({ params, body }): Promise<PushAnswer> => {
    const { id: campaignId, triggers = [] } = campaignIn(params.campaignId);
    if (!triggers.some(({ kind }) => kind === 'push'))
      throw wrong('Expected a campaign with the trigger `push`; this one comes by itself.');
    const { id, operator = '', to } = (jsonIn(body) ?? {}) as Record<string, unknown>;
    if (!isId(id)) throw wrong('Expected `id`: any text that is new with each push.');
    const target = targetIn(to);
    const { eventId, commit } = await writer
      .push({
        campaignId,
        id,
        operator: operatorWords('operator', operator),
        to: target,
        at: new Date(settings.now()).toISOString(),
      })
      .catch(
        notWritten(settings.onError, 'The hub cannot write for the moment. Nothing was sent; try again.'),
      );
    const isOne = typeof target === 'object' && 'userId' in target;
    return {
      id: eventId,
      status: commit === null ? 'duplicate' : 'accepted',
      online: isOne ? Number(gate.isOpenFor(target)) : gate.people(),
    };
  });

  function targetIn(to: unknown): PushTarget {
    if (to === 'everybody') return to;
    const { audience, userId, companyId = '' } = (to ?? {}) as Record<string, unknown>;
    if (isId(userId) && (companyId === '' || isId(companyId))) return { userId, companyId };
    if (playbook.audiences?.some(({ id }) => id === audience)) return { audience: String(audience) };
    throw wrong(
      'Expected `to` to be "everybody", { "audience": … } with the id of a named audience, or { "userId": …, "companyId": … }.',
    );
  }

  async function decided({ member, path, at }: Question, by: Campaigns): Promise<DecisionView> {
    await tellOfHome(member, context);
    const { tenant, reader, nameOf } = context;
    const now = at === undefined ? settings.now() : Date.parse(at);
    const impressions = await pastImpressions(reader.kysely, tenant, member, by, now);
    const profiles = by === campaigns ? context.profiles : profilesOf(by);
    const portrait = await profiles.of(member, null, impressions, at);
    const { verdicts, toBrowser } = decide(portrait.profile, by.program, impressions, portrait.at);
    return {
      ...member,
      name: await userName(reader.kysely, tenant, member.userId, nameOf),
      at: portrait.at,
      online: portrait.profile.online,
      verdicts: verdictViews(verdicts, { ...member, program: by.program, impressions, path }),
      campaigns: toBrowser,
    };
  }

  /** What a draft counts is counted for it alone, and forgotten. */
  function profilesOf(by: Campaigns) {
    const { tenant, reader } = context;
    const follower = { follow() {}, committed() {}, upToDate: () => headOf(reader.kysely, tenant) };
    const counting = createEventCounts(context, follower, by);
    return createProfiles(context, by, { counting, diagnoses: context.diagnoses, isOnline: gate.isOpenFor });
  }

  function drafted(campaign: unknown): Campaigns {
    const isObject = typeof campaign === 'object' && campaign !== null && !Array.isArray(campaign);
    const inserted = insertCampaign(playbook, isObject ? { ...campaign, status: 'live' } : campaign);
    if (inserted.parsed.ok) return prepareCampaigns(inserted.parsed.value);
    const problems = problemsOf(inserted);
    const [first] = problems;
    throw new Refusal(400, 'invalid_campaign', `In \`campaign.${first?.path}\`: ${first?.message}.`, {
      problems,
    });
  }
}

function questionIn(input: unknown): Question {
  const { userId, companyId = '', path, at } = (input ?? {}) as Record<string, unknown>;
  if (!isId(userId) || (companyId !== '' && !isId(companyId)))
    throw wrong('Expected `userId`, and `companyId` where there are companies, to say of whom.');
  if (path !== undefined && !(typeof path === 'string' && path.startsWith('/')))
    throw wrong('Expected `path` to be the path of a page, for example "/reports/7".');
  if (at !== undefined && !(typeof at === 'string' && isTimestamp(at)))
    throw wrong('Expected `at` to be ISO 8601 with an offset, for example "2026-08-22T20:04:36+01:00".');
  return { member: { companyId, userId }, path: path ?? null, at };
}

function wrong(message: string): Refusal {
  return new Refusal(400, 'invalid_campaign', message);
}
