// A developer asks why a campaign is not shown: the browser names the gate, and what there is at it.
export const situation = {
  order: 53,
  title: 'says why (and why not)',
  oursOnly: true,
  steps: ['missing'],
  async play(tab) {
    await tab.start();
    await tab.pause(1_000);
    const why = await tab.evaluate("ours[0].tips.why('lab-tour')");
    tab.check('does not say', why.stoppedBy === 'anchor', why);
    const absent = await tab.evaluate("ours[0].tips.why('no-such')");
    tab.check('does not say', absent.stoppedBy === 'delivery', absent);
    await tab.host("document.querySelector('.row').append(host.button('missing'))");
    await tab.sees('one');
    const shown = await tab.evaluate("ours[0].tips.why('lab-tour')");
    tab.check('does not say', shown.stoppedBy === null && shown.state === 'shown', shown);
  },
};
