// The endpoint keeps the events, but its answer never arrives: whoever tries again sends twice.
export const situation = {
  order: 14,
  title: 'kept, but the answer is lost',
  async play(lab) {
    const tab = await lab.open();
    const end = Date.now() + 2_000;
    lab.receiver.fault = (_, reply) => {
      if (Date.now() > end) return false;
      reply.keep();
      reply.drop();
      return true;
    };
    await lab.track(tab);
    await lab.settle();
    await lab.lastVisit();
  },
};
