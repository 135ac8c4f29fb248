import type { Playbook, Verdict } from '@waymark/contracts';
import { compilePlaybook } from '@waymark/engine';
import Fastify, { type FastifyInstance } from 'fastify';
import { createDecisions } from '../campaigns/decisions.js';
import { createDiagnoses } from '../campaigns/diagnoses.js';
import { createEntering } from '../campaigns/entering.js';
import { createEventCounts } from '../campaigns/event-counts.js';
import { createGoalFacts } from '../campaigns/goal-facts.js';
import { createProfiles } from '../campaigns/profiles.js';
import { prepareCampaigns } from '../campaigns/program.js';
import type { Keys } from '../identity/keys.js';
import { createPseudonyms } from '../privacy/pseudonym.js';
import { createBoards } from '../read/boards.js';
import { createCompanySteps } from '../read/company-steps.js';
import { createCompanyViews } from '../read/company-views.js';
import { createFeed } from '../read/feed.js';
import { createFollower } from '../read/follower.js';
import { createLeagues } from '../read/leagues.js';
import { headOf } from '../read/member-state.js';
import { createMemberViews } from '../read/member-views.js';
import { createRelocationReads } from '../record/known-relocations.js';
import type { Storage } from '../storage/open-storage.js';
import { adminRoutes } from './admin-routes.js';
import { batchRoute } from './batch-route.js';
import { claimRoute } from './claim-route.js';
import type { HubContext, Rejections } from './context.js';
import { openToAllOrigins } from './cors.js';
import { credentialRoutes } from './credential-routes.js';
import { healthRoutes } from './health-routes.js';
import { preferencesRoute } from './preferences-route.js';
import { rankingRoute } from './ranking-route.js';
import { redeemRoute } from './redeem-route.js';
import { answerFailures } from './refusal.js';
import { rememberNames } from './remembered-names.js';
import { entitlementsRoute, serverRoutes } from './server-routes.js';
import { DEFAULTS, type HubSettings } from './settings.js';
import { keepSettling } from './settling.js';
import { snapshotRoute } from './snapshot-route.js';
import { staticRoutes } from './static-routes.js';
import { createStreamGate } from './stream-gate.js';
import { streamRoute } from './stream-route.js';
import { keepTrimming } from './trimming.js';

/** What a hub is made of. */
export interface HubOptions extends Partial<HubSettings> {
  readonly storage: Storage;
  readonly playbook: Playbook;
  readonly keys: Keys;
}

/** A slow client has this long to send its request; streams are answers and may last. */
const REQUEST_MS = 30_000;
const START_MS = 120_000;
/** Three times the longest id, since ids are escaped in addresses. */
const PARAMETER_LIMIT = 400;

/**
 * Makes the server: a Fastify instance that knows no process and no port. Its playbook comes into force when it is made
 * ready; closing it ends its streams, and leaves the storage to whoever opened it.
 *
 * @example
 * const hub = createHub({ storage, playbook, keys, prefix: '/waymark' });
 * await hub.listen({ port: 4401 });
 */
export function createHub({ storage, playbook, keys, ...options }: HubOptions): FastifyInstance {
  let isClosing = false;
  const given: HubSettings = { ...DEFAULTS, ...options };
  const settings: HubSettings = {
    ...given,
    // Whoever asked while the hub closed is gone, and with them what their answer would have needed.
    onError: (error) => void (isClosing || given.onError(error)),
  };
  const hub = Fastify({
    bodyLimit: settings.bodyLimit,
    requestTimeout: REQUEST_MS,
    pluginTimeout: START_MS,
    routerOptions: { maxParamLength: PARAMETER_LIMIT },
    forceCloseConnections: true,
    exposeHeadRoutes: false,
  });
  // Whatever a page's browser makes of the content type, the body is the text of a batch.
  hub.removeAllContentTypeParsers();
  hub.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  answerFailures(hub, settings.onError);

  hub.register(
    async (scope) => {
      const context = await contextOf(storage, playbook, keys, settings);
      const stopSettling = await keepSettling(context);
      const stopTrimming = keepTrimming(context);
      hub.addHook('preClose', async () => {
        isClosing = true;
        stopSettling();
        stopTrimming();
        context.feed.close();
        context.gate.close();
      });
      scope.register(
        async (open) => {
          openToAllOrigins(open);
          batchRoute(open, context);
          snapshotRoute(open, context);
          preferencesRoute(open, context);
          redeemRoute(open, context);
          claimRoute(open, context);
          rankingRoute(open, context);
          entitlementsRoute(open, context);
          streamRoute(open, context);
          healthRoutes(open, context);
          if (settings.issuer !== null) credentialRoutes(open, context, settings.issuer);
        },
        { prefix: '/v1' },
      );
      scope.register(async (server) => serverRoutes(server, context), { prefix: '/v1/server' });
      scope.register(async (admin) => adminRoutes(admin, context), { prefix: '/admin/v1' });
      staticRoutes(scope, settings);
    },
    { prefix: settings.prefix },
  );
  return hub;
}

async function contextOf(
  { tenant, reader, writer, simulator }: Storage,
  playbook: Playbook,
  keys: Keys,
  settings: HubSettings,
): Promise<HubContext> {
  const adopted = await writer.adopt(playbook);
  const { now, nameOf } = settings;
  const reading = {
    tenant,
    reader,
    playbook,
    program: compilePlaybook(playbook),
    adopted,
    relocations: createRelocationReads(tenant),
    nameOf,
    pseudonymOf: createPseudonyms(keys.signingKey),
    now,
  };
  const follower = createFollower(reading);
  const boards = createBoards(reading, follower);
  const companies = createCompanyViews(reading, createCompanySteps(reading, follower), settings);
  const gate = createStreamGate(settings.streamLimit);
  const campaigns = prepareCampaigns(playbook);
  const counting = createEventCounts(reading, follower, campaigns);
  const diagnoses = createDiagnoses(reading, campaigns, counting);
  const profiles = createProfiles(reading, campaigns, { counting, diagnoses, isOnline: gate.isOpenFor });
  const entering = createEntering(writer, follower, now, settings.onError);
  const head = await headOf(reader.kysely, tenant);
  const feed = createFeed(reading, writer, head, () => gate.count() > 0);
  writer.onCommit(follower.committed);
  return {
    ...reading,
    settings,
    keys,
    writer,
    simulator,
    boards,
    campaigns,
    profiles,
    diagnoses,
    goals: createGoalFacts(reading, follower, campaigns),
    decisions: createDecisions(reading, campaigns, profiles, entering),
    views: createMemberViews(reading, boards, companies, createLeagues(reading, follower)),
    feed,
    gate,
    rejections: createRejections(),
    ...rememberNames(writer, nameOf),
  };
}

function createRejections(): Rejections {
  const listeners = new Set<(verdicts: readonly Verdict[]) => void>();
  return {
    tell(verdicts) {
      if (verdicts.length > 0) for (const listener of listeners) listener(verdicts);
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
