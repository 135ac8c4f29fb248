// Three tabs; the first one is sending to a slow endpoint when it is closed, and another has to take over.
export const situation = {
  order: 23,
  title: 'three tabs, the sending one is closed',
  async play(lab) {
    const [first, second, third] = [await lab.open(), await lab.open(), await lab.open()];
    lab.receiver.fault = (_, reply) => {
      reply.hold();
      return true;
    };
    await lab.track(first, 1, 100);
    await lab.until(() => lab.receiver.requests.length > 0, 10_000);
    await lab.track(second, 101, 150);
    await lab.track(third, 151, 200);
    await lab.pause(200);
    await first.close();
    lab.receiver.fault = null;
    lab.receiver.release();
    await lab.settle();
    await lab.lastVisit();
  },
};
