import type { Deliveries } from '@waymark/contracts';
import { type MemberId, memberName } from '@waymark/engine';
import { decide } from '@waymark/engine/campaigns';
import { type Member, type ReadContext, seenAs } from '../read/context.js';
import type { Decided } from '../record/campaign-facts.js';
import { dueOf } from './due.js';
import type { Entering } from './entering.js';
import { nextChangeAt } from './next-change.js';
import { pastImpressions } from './past-impressions.js';
import type { Profiles } from './profiles.js';
import type { Campaigns } from './program.js';

/** What there is to show to a person, and until when nothing but facts can change it. */
export interface Meeting {
  readonly campaigns: Deliveries;
  /** Milliseconds since 1970; Infinity for ever. */
  readonly until: number;
}

/** Decides what people meet. */
export interface Decisions {
  /** Null where the playbook has no campaigns. What the hub has to say of it is written beside. */
  of(member: Member, role: string | null): Promise<Meeting | null>;
  /** Whom a claim is for, as they are now; null for somebody who meets nothing here. */
  person(member: Member, role: string | null): Promise<Decided | null>;
}

/** To meet nothing. */
export const NO_CAMPAIGNS: Deliveries = { deliveries: [], standby: [], allowances: {} };

/** Decisions over profiles and past impressions. */
export function createDecisions(
  context: ReadContext,
  campaigns: Campaigns,
  profiles: Profiles,
  entering: Entering,
): Decisions {
  const { tenant, reader, relocations, now } = context;

  /** Who was moved to another company is seen by its token alone. */
  async function atHome(asked: Member): Promise<Member | null> {
    const member = await seenAs(context, asked);
    const { homes } = await relocations(reader.kysely);
    return memberName(homes.of<MemberId>(member)) === memberName(member) ? member : null;
  }

  async function portrait(member: Member, role: string | null) {
    const impressions = await pastImpressions(reader.kysely, tenant, member, campaigns, now());
    return { impressions, ...(await profiles.of(member, role, impressions)) };
  }

  return {
    async of(asked, role) {
      if (campaigns.isEmpty) return null;
      const member = await atHome(asked);
      if (member === null) return { campaigns: NO_CAMPAIGNS, until: Infinity };
      const { profile, at, impressions } = await portrait(member, role);
      const decision = decide(profile, campaigns.program, impressions, at);
      const due = dueOf(profile, campaigns, impressions, decision, at.slice(0, 10));
      entering.add({ profile, at }, due);
      return {
        campaigns: decision.toBrowser,
        until: nextChangeAt(campaigns, decision, impressions, now()),
      };
    },
    async person(asked, role) {
      const member = await atHome(asked);
      if (member === null) return null;
      const { profile, at } = await portrait(member, role);
      return { profile, at };
    },
  };
}
