// Before anything else is loaded, a script of the page's has broken what libraries stand on: they may leave, but quietly.
export const situation = {
  order: 43.5,
  title: 'platform broken before anything loads: leaves quietly',
  backdrop: true,
  trouble: `
    for (const owner of [Document.prototype, DocumentFragment.prototype, Element.prototype]) {
      owner.querySelector = () => { throw new Error('not here'); };
      owner.querySelectorAll = () => { throw new Error('not here'); };
    }
    Element.prototype.attachShadow = () => null;
    window.IntersectionObserver = undefined;`,
  async play(tab) {
    await tab.start();
    await tab.pause(5_600);
    const { painted, taken } = await tab.remains();
    if (painted.length > 0 || taken.length > 0)
      return void (await tab.sees('one', { criterion: 'half of it stays' }));
    await tab.reaches('other');
    if (tab.isOurs) {
      const isTold =
        (await tab.toldOf('anchor_lost')) || (await tab.evaluate('window.ours?.[0].errors.length > 0'));
      tab.check('not reported', isTold, 'neither an error nor anchor_lost');
    }
  },
};
