// An old library of the page's has put functions of its own in the place of the platform's.
export const situation = {
  order: 43,
  title: '`querySelector` overridden',
  trouble: `
    for (const owner of [Document.prototype, DocumentFragment.prototype, Element.prototype]) {
      owner.querySelector = () => null;
      owner.querySelectorAll = () => [];
    }
    Document.prototype.getElementById = () => null;`,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
  },
};
