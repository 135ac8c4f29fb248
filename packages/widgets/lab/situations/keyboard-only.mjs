// The keyboard alone: to the step, on by its button, out by Escape, and the focus back where it was.
export const situation = {
  order: 47,
  title: 'keyboard alone',
  async play(tab) {
    const { keyboard } = tab.page;
    const toNext = async (id) => {
      for (let presses = 0; presses < 12; presses++) {
        if ((await tab.focus(id)).onNext) return true;
        await keyboard.press('Tab');
      }
      return false;
    };
    await tab.host("host.at('share').focus()");
    await tab.start();
    await tab.sees('one');
    tab.must('not to be reached', await toNext('one'), await tab.focus('one'));
    await keyboard.press('Enter');
    await tab.sees('two');
    tab.must('not to be reached', await toNext('two'), await tab.focus('two'));
    await keyboard.press('Escape');
    await tab.isGone('Escape does not close');
    const { name } = await tab.focus();
    tab.check('focus not back', name === 'share', name);
  },
};
