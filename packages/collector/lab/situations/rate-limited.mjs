// The endpoint takes one request a second and answers 429 with Retry-After to the others.
export const situation = {
  order: 12,
  title: '429 with Retry-After',
  async play(lab) {
    const tab = await lab.open();
    let free = 0;
    lab.receiver.fault = (_, reply) => {
      if (Date.now() >= free) {
        free = Date.now() + 1_000;
        return false;
      }
      reply.answer(
        429,
        { error: 'slow down' },
        { 'retry-after': '1', 'access-control-expose-headers': 'retry-after' },
      );
      return true;
    };
    await lab.track(tab, 1, 100);
    await lab.pause(1_000);
    await lab.track(tab, 101, 200);
    await lab.pause(3_000);
    await lab.lastVisit();
  },
};
