// The page moves its own body, as menus that push it aside do: whatever is fixed in it moves with it.
export const situation = {
  order: 20,
  title: 'the whole body transformed',
  css: 'body { transition: none; } .pushed { transform: translateX(180px) scale(0.9); }',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.host("document.body.classList.add('pushed')");
    await tab.sees('one', { criterion: 'does not follow' });
    await tab.press('one');
    await tab.sees('two');
  },
};
