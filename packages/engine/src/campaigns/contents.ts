import type { Campaign, Content } from '@waymark/contracts';

/** What a campaign shows, and what its arms show instead, with their paths. */
export function contentsOf(
  { content, experiment }: Campaign,
  path = '',
): { readonly content: Content; readonly path: string }[] {
  return [
    { content, path: `${path}.content` },
    ...(experiment?.arms ?? []).flatMap((arm, i) =>
      arm.content === undefined
        ? []
        : [{ content: arm.content, path: `${path}.experiment.arms[${i}].content` }],
    ),
  ];
}
