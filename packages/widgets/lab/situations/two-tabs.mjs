// The same person has two tabs open, and the same campaign is delivered to both.
export const situation = {
  order: 51,
  title: 'two tabs: shown in one of them',
  oursOnly: true,
  async play(tab) {
    const second = await tab.open();
    await Promise.all([tab.start(), second.start()]);
    await tab.pause(1_500);
    const shown = [await tab.look('one'), await second.look('one')].map(({ copies }) => copies);
    const only = shown[0] === 1 ? tab : second;
    tab.must('not shown once', shown[0] + shown[1] === 1, shown);
    await only.sees('one');
    await only.press('one', 'close');
    await tab.pause(800);
    await tab.isGone('comes again in the other tab');
    await second.isGone('comes again in the other tab');
    await second.stop();
  },
};
