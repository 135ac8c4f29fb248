// A script of the page's puts functions of its own in the place of the platform's.
export const situation = {
  order: 43,
  title: '`querySelector` overridden',
  async play(tab) {
    await tab.host(`
      for (const owner of [Document.prototype, DocumentFragment.prototype, Element.prototype]) {
        owner.querySelector = () => null;
        owner.querySelectorAll = () => [];
      }
      Document.prototype.getElementById = () => null;`);
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
  },
};
