// Opening IndexedDB throws.
export const situation = {
  order: 31,
  title: 'IndexedDB throws, 503 for a while',
  trouble:
    "indexedDB.constructor.prototype.open = () => { throw new DOMException('No', 'InvalidStateError'); };",
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
