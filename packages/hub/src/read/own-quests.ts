import type { Cells, Playbook, Quest, QuestView } from '@waymark/contracts';
import { contributionOf, questOf } from '@waymark/engine';

/** Quests that have begun, as the member alone stands in them. */
export function ownQuests(playbook: Playbook, cells: Cells, day: string): QuestView[] {
  const { quests = [], currencies = [] } = playbook;
  return quests
    .filter(({ valid }) => (valid?.from ?? day) <= day)
    .map((quest) => ({
      ...questOf(quest, [contributionOf(quest, cells)], day),
      ...(quest.earns === undefined ? {} : { earns: earningsOf(quest.earns, currencies) }),
    }));
}

function earningsOf(
  earns: NonNullable<Quest['earns']>,
  currencies: NonNullable<Playbook['currencies']>,
): NonNullable<QuestView['earns']> {
  return currencies.flatMap(({ id, name }) =>
    earns[id] === undefined ? [] : [{ currency: id, name, amount: earns[id] }],
  );
}
