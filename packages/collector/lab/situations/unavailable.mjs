// The endpoint answers 503 for three seconds, then all is well; the tab stays open.
export const situation = {
  order: 10,
  title: '503 for a while',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => {
      reply.answer(503, { error: 'unavailable' });
      return true;
    };
    await lab.track(tab);
    await lab.pause(3_000);
    lab.receiver.fault = null;
    await lab.settle();
    await lab.lastVisit();
  },
};
