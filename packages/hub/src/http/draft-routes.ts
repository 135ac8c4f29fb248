import type { CampaignDraft, DraftList, Playbook } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { draftRows, draftView, insertCampaign, problemsOf } from '../campaigns/drafts.js';
import type { HubContext } from './context.js';
import { jsonIn } from './json-body.js';
import { found } from './operator-sight.js';
import { operatorWords } from './operator-words.js';
import { notWritten, Refusal } from './refusal.js';

type OfDraft = { Params: { campaignId: string } };

/** Longest draft, in characters of its JSON. */
const LONGEST = 200_000;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * `/admin/v1/drafts…`: campaigns that somebody works on, right or not yet. Nobody meets them: a draft goes live with the
 * operators' playbook file, which `…/playbook` writes for them, one version on.
 */
export function draftRoutes(scope: FastifyInstance, context: HubContext): void {
  const { playbook, settings, writer } = context;
  const keep = (order: Parameters<typeof writer.draft>[0]) =>
    writer
      .draft(order)
      .catch(
        notWritten(settings.onError, 'The hub cannot write for the moment. Nothing was kept; try again.'),
      );
  const rowOf = async (id: string) => found((await draftRows(context, id))[0], 'draft');

  scope.get('/drafts', async (): Promise<DraftList> => {
    return { rows: (await draftRows(context)).map((row) => draftView(playbook, row)) };
  });
  scope.get<OfDraft>('/drafts/:campaignId', async ({ params }) =>
    draftView(playbook, await rowOf(params.campaignId)),
  );
  scope.get<OfDraft>('/drafts/:campaignId/playbook', async ({ params }, reply): Promise<Playbook> => {
    const { body } = await rowOf(params.campaignId);
    const inserted = insertCampaign(playbook, JSON.parse(body), { version: playbook.version + 1 });
    if (!inserted.parsed.ok) {
      throw new Refusal(409, 'invalid_campaign', 'This draft cannot go live as it is: see its problems.', {
        problems: problemsOf(inserted),
      });
    }
    reply.header('content-disposition', 'attachment; filename="playbook.json"');
    return inserted.parsed.value;
  });
  scope.put<OfDraft>('/drafts/:campaignId', async ({ params, body }): Promise<CampaignDraft> => {
    const { campaignId } = params;
    const { campaign, operator = '' } = (jsonIn(body) ?? {}) as Record<string, unknown>;
    const id = (campaign as { id?: unknown } | null | undefined)?.id;
    if (typeof campaign !== 'object' || campaign === null || id !== campaignId || !SLUG.test(campaignId)) {
      throw new Refusal(
        400,
        'invalid_campaign',
        'Expected `campaign` with the `id` of the address, in lower case words as "first-week".',
      );
    }
    const draft = {
      campaign_id: campaignId,
      body: textOf(campaign),
      operator: operatorWords('operator', operator),
      saved_at: new Date(settings.now()).toISOString(),
    };
    await keep({ campaignId, draft });
    return draftView(playbook, draft);
  });
  scope.delete<OfDraft>('/drafts/:campaignId', async ({ params }, reply) => {
    await rowOf(params.campaignId);
    await keep({ campaignId: params.campaignId, draft: null });
    return reply.code(204).send();
  });
}

function textOf(campaign: object): string {
  let text: string | null = null;
  try {
    text = JSON.stringify(campaign);
  } catch {
    // Nested too deep to be written down.
  }
  if (text !== null && text.length <= LONGEST) return text;
  throw new Refusal(413, 'too_large', `Expected a draft of at most ${LONGEST} characters.`);
}
