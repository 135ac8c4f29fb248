// The site's storage is full, the endpoint answers 503 for two seconds, and the tab stays open.
export const situation = {
  order: 27,
  title: 'storage quota exceeded, 503 for a while',
  async play(lab) {
    const tab = await lab.open('elsewhere');
    const origin = new URL(lab.receiver.page).origin;
    await tab.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await tab.evaluate(`
      let size = 1 << 20;
      for (let key = 0; size > 0; key++)
        try { localStorage.setItem('full' + key, 'x'.repeat(size)); } catch { size >>= 1; }`);
    await tab.navigate(lab.receiver.page);
    await tab.evaluate('lab.ready');
    lab.receiver.fault = (_, reply) => {
      reply.answer(503, { error: 'unavailable' });
      return true;
    };
    await lab.track(tab);
    await lab.pause(2_000);
    lab.receiver.fault = null;
    await lab.settle();
    await lab.lastVisit();
  },
};
