// The person leaves, comes back through the back button (from the cache), and goes on in the same page.
export const situation = {
  order: 26,
  title: 'away and back by the back button',
  async play(lab) {
    const tab = await lab.open();
    await tab.leave("lab.track(1, 100); location.href = '/elsewhere'");
    await tab.leave('history.back()');
    await tab.evaluate('lab.ready');
    await lab.track(tab, 101, 150);
    await lab.pause(300);
    await tab.closeAfter('lab.track(151, 200)');
    await lab.lastVisit();
  },
};
