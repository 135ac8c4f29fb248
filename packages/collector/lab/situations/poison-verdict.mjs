// The hub takes a batch and rejects one event of it by its own verdict.
const POISON = 77;

export const situation = {
  order: 39,
  title: 'one event rejected by verdict',
  refused: [POISON],
  oursOnly: true,
  async play(lab) {
    const tab = await lab.open();
    const judge = ({ events, collector }, reply) => {
      reply.keep(events.filter(({ n }) => n !== POISON));
      reply.answer(200, collector.answer(events, [POISON]));
      return true;
    };
    lab.receiver.fault = judge;
    await lab.track(tab);
    await lab.settle();
    await lab.lastVisit(judge);
  },
};
