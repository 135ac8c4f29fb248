import type { Delivery } from '@waymark/contracts';
import type { Part } from '../part.js';

/** What is drawn of a campaign. */
export interface Drawing {
  readonly delivery: Delivery;
  readonly part: Part;
  /** Index of the part, and how many there are. */
  readonly at: number;
  readonly of: number;
  readonly canGoBack: boolean;
}
