// The page's own style takes everything from every element.
export const situation = {
  order: 29,
  title: '`* { all: unset !important }`',
  css: '* { all: unset !important } script, style, head { display: none !important } body, header, main, div, p { display: block !important } .row { margin: 120px 0 0 180px !important; }',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    const { background, box } = await tab.look('one');
    const isDressed = background !== 'rgba(0, 0, 0, 0)' && box.width <= 640;
    tab.check('undressed', isDressed, { background, width: box.width });
    await tab.press('one');
    await tab.sees('two');
  },
};
