// The host page has filled localStorage to the last byte, and the tab navigates a moment after the calls, endpoint down.
export const situation = {
  order: 28.5,
  title: 'localStorage full, navigation 250 ms later, endpoint down',
  isAlone: true,
  async play(lab) {
    const tab = await lab.open();
    await tab.evaluate(`
      let size = 1 << 20;
      for (let key = 0; size > 0; key++)
        try { localStorage.setItem('full' + key, 'x'.repeat(size)); } catch { size >>= 1; }`);
    await lab.receiver.down();
    await lab.track(tab);
    await lab.pause(250);
    await tab.leave("location.href = '/elsewhere'");
    await lab.pause(500);
    await lab.lastVisit();
  },
};
