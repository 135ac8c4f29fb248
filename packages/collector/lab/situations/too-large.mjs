// A proxy answers 413 to bodies above 8 KiB.
export const situation = {
  order: 40,
  title: '413 above 8 KiB',
  async play(lab) {
    const tab = await lab.open();
    const limit = ({ bytes }, reply) => {
      if (bytes <= 8_192) return false;
      reply.answer(413, { error: 'too large' });
      return true;
    };
    lab.receiver.fault = limit;
    await lab.track(tab);
    await lab.settle();
    await lab.lastVisit(limit);
  },
};
