// `kill -9` of the whole browser while the endpoint takes its time to answer.
export const situation = {
  order: 8,
  title: '`kill -9` while sending',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => reply.hold();
    await lab.track(tab);
    await lab.until(() => lab.receiver.requests.length > 0, 10_000);
    await lab.pause(250);
    await lab.restart();
    await lab.lastVisit();
  },
};
