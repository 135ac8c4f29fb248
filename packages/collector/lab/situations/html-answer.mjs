// A proxy in between answers 200 with an HTML page, keeping nothing; the person comes back later.
export const situation = {
  order: 44,
  title: 'a proxy answers 200 with HTML',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => {
      reply.answer(200, '<!doctype html><title>Sign in</title>');
      return true;
    };
    await lab.track(tab);
    await lab.pause(2_000);
    await tab.close();
    await lab.lastVisit();
  },
};
