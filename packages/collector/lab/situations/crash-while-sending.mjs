// The tab's process crashes while the endpoint takes its time to answer.
export const situation = {
  order: 9,
  title: 'tab crashes while sending',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => reply.hold();
    await lab.track(tab);
    await lab.until(() => lab.receiver.requests.length > 0, 10_000);
    await lab.pause(250);
    await tab.crash();
    await lab.lastVisit();
  },
};
