// The person leaves while a step shows and comes back by the back button: the page is as it was left.
export const situation = {
  order: 33,
  title: 'away and back by the back button',
  script: "addEventListener('pageshow', ({ persisted }) => { window.cameBack = persisted; });",
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.leave("location.href = '/elsewhere'");
    await tab.leave('history.back()');
    await tab.ready();
    const isKept = await tab.evaluate('window.cameBack');
    // A page that was not kept is loaded anew, and its tour goes on as on any next page.
    if (!isKept) await tab.start({ goesOn: true });
    tab.check('not kept for the way back', isKept, 'loaded anew');
    await tab.sees('one', { criterion: 'not back' });
    await tab.press('one');
    await tab.sees('two');
  },
};
