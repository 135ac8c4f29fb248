// Two tabs; the browser freezes the first one, which may hold the right to send, and the second one lives on.
export const situation = {
  order: 24,
  title: 'two tabs, the first one frozen',
  async play(lab) {
    const [first, second] = [await lab.open(), await lab.open()];
    await lab.track(first, 1, 100);
    await first.send('Page.setWebLifecycleState', { state: 'frozen' });
    await lab.track(second, 101, 200);
    await lab.settle();
    await lab.restart();
    await lab.lastVisit();
  },
};
