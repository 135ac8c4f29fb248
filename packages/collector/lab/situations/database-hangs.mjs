// IndexedDB never answers: neither success nor error.
export const situation = {
  order: 29,
  title: 'IndexedDB hangs, 503 for a while',
  trouble: 'indexedDB.constructor.prototype.open = () => new EventTarget();',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => {
      reply.answer(503, { error: 'unavailable' });
      return true;
    };
    await lab.track(tab);
    await lab.pause(2_000);
    lab.receiver.fault = null;
    await lab.settle();
    await lab.lastVisit();
  },
};
