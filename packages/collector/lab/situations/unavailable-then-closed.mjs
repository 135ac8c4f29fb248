// The endpoint answers 503, and the tab is closed before all is well again.
export const situation = {
  order: 11,
  title: '503, then the tab is closed',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => {
      reply.answer(503, { error: 'unavailable' });
      return true;
    };
    await lab.track(tab);
    await lab.pause(1_500);
    await tab.close();
    await lab.lastVisit();
  },
};
