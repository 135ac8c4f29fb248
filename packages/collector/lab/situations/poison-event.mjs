// The endpoint answers 400 to every request that carries event 77; the others have to arrive.
const POISON = 77;

export const situation = {
  order: 38,
  title: 'one event answered with 400',
  refused: [POISON],
  async play(lab) {
    const tab = await lab.open();
    const refuse = ({ events, collector }, reply) => {
      if (!events.some(({ n }) => n === POISON)) return false;
      reply.answer(400, collector.refuse?.(events, [POISON]) ?? { error: 'invalid event' });
      return true;
    };
    lab.receiver.fault = refuse;
    await lab.track(tab);
    await lab.settle();
    await lab.lastVisit(refuse);
  },
};
