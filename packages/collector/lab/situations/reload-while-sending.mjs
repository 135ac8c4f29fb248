// An impatient person: the endpoint takes its time, and the page is reloaded five times meanwhile.
export const situation = {
  order: 8.7,
  title: 'five reloads while sending',
  async play(lab) {
    const tab = await lab.open();
    lab.receiver.fault = (_, reply) => reply.hold();
    for (let part = 0; part < 5; part++) {
      await lab.track(tab, part * 40 + 1, part * 40 + 40);
      await lab.pause(300);
      await tab.leave('location.reload()');
      await tab.evaluate('lab.ready');
    }
    await lab.lastVisit();
  },
};
