// A captive portal redirects everything to its login page, which answers 200 with HTML; the person comes back later.
export const situation = {
  order: 43,
  title: 'redirected to a login page (200, HTML)',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => {
      reply.answer(302, '', { location: '/elsewhere' });
      return true;
    };
    await lab.track(tab);
    await lab.pause(2_000);
    await tab.close();
    await lab.lastVisit();
  },
};
