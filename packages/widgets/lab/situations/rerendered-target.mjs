// The page draws itself anew: other nodes, the same names, another place.
export const situation = {
  order: 3,
  title: 'target drawn anew elsewhere',
  css: '.second { margin: 260px 0 0 480px; }',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.host(`
      const row = document.querySelector('.row');
      row.replaceWith(host.make('div', { class: 'row second' }, host.button('share'), host.button('save')));`);
    await tab.sees('one', { criterion: 'does not follow' });
    await tab.press('one');
    await tab.sees('two');
  },
};
