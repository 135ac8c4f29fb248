// The page has frozen what everything inherits from.
export const situation = {
  order: 42,
  title: '`Object.prototype` frozen',
  script:
    'Object.freeze(Object.prototype); Object.freeze(Array.prototype); Object.freeze(Function.prototype);',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
  },
};
