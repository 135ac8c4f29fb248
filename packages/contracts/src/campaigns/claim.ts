import * as v from 'valibot';
import { idSchema, slugSchema } from '../identifier.js';
import { parseWith } from '../parse.js';
import type { Parsed } from '../problem.js';
import type { Deliveries } from './delivery.js';

/** What a browser posts to `/v1/claims` before it shows something. */
export interface ClaimRequest {
  readonly campaignId: string;
  /** Any text that is new with each showing, and the same when one is asked for again: it counts once. */
  readonly id: string;
}

/** Whether it may be shown now. Where it may not, what there is to show instead. */
export type ClaimAnswer =
  | { readonly granted: true }
  | { readonly granted: false; readonly campaigns: Deliveries };

const requestSchema = v.strictObject({ campaignId: slugSchema, id: idSchema });

/** Checks a wish to show something. */
export function parseClaimRequest(input: unknown): Parsed<ClaimRequest> {
  return parseWith(requestSchema, input);
}
