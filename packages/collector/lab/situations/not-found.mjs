// The endpoint answers 404 for two seconds (a deployment); the person comes back later.
export const situation = {
  order: 42,
  title: '404 for a while',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => {
      reply.answer(404, 'No such page');
      return true;
    };
    await lab.track(tab);
    await lab.pause(2_000);
    await tab.close();
    await lab.lastVisit();
  },
};
