// The endpoint reads the whole body and cuts the connection without keeping anything, three times.
export const situation = {
  order: 13,
  title: 'connection dropped after the body was read',
  async play(lab) {
    const tab = await lab.open();
    const end = Date.now() + 2_000;
    lab.receiver.fault = (_, reply) => {
      if (Date.now() > end) return false;
      reply.drop();
      return true;
    };
    await lab.track(tab);
    await lab.settle();
    await lab.lastVisit();
  },
};
