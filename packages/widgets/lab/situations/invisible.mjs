// The target is hidden in a way that leaves it its place.
export const situation = {
  order: 16,
  title: 'target made invisible, and visible again',
  css: '.off { visibility: hidden; }',
  backdrop: true,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.leavesWith("document.querySelector('.row').classList.add('off')");
    await tab.reaches('other');
    await tab.host("document.querySelector('.row').classList.remove('off')");
    await tab.sees('one', { criterion: 'not back' });
  },
};
