// The endpoint answers 401 for two seconds (a key being rotated); the person comes back later.
export const situation = {
  order: 41,
  title: '401 for a while',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => {
      reply.answer(401, { error: 'unknown key' });
      return true;
    };
    await lab.track(tab);
    await lab.pause(2_000);
    await tab.close();
    await lab.lastVisit();
  },
};
