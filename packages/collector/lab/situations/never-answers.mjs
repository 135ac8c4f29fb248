// The endpoint accepts the connection and never answers; the tab is closed in the end.
export const situation = {
  order: 15,
  title: 'endpoint never answers',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => {
      reply.hold();
      return true;
    };
    await lab.track(tab);
    await lab.pause(2_000);
    await tab.close();
    await lab.lastVisit();
  },
};
