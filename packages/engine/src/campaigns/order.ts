import type { Campaign, Channel, Content } from '@waymark/contracts';

/** How each kind comes where its campaign says nothing. */
const CHANNEL: { readonly [kind in Content['kind']]: Channel } = {
  tour: 'interrupt',
  modal: 'interrupt',
  slideout: 'interrupt',
  popup: 'interrupt',
  tooltip: 'ambient',
  hotspot: 'ambient',
  banner: 'ambient',
  checklist: 'ambient',
  launcher: 'ambient',
  card: 'inline',
};

/** The channel that a campaign comes by. */
export function channelOf({ channel, content }: Pick<Campaign, 'channel' | 'content'>): Channel {
  return channel ?? CHANNEL[content.kind];
}

/** The order in which campaigns come: the higher priority first, then by id. No two are equal. */
export function compareCampaigns(
  a: Pick<Campaign, 'id' | 'priority'>,
  b: Pick<Campaign, 'id' | 'priority'>,
): number {
  const { priority: first = 0 } = a;
  const { priority: second = 0 } = b;
  return second - first || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
