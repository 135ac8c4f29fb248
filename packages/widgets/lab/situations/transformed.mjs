// The target is in a container that is scaled and turned, and makes the frame of reference for all that is fixed in it.
export const situation = {
  order: 19,
  title: 'target in a transformed container',
  css: '#app { transform: scale(0.8) rotate(2deg); transform-origin: 0 0; will-change: transform; contain: layout; height: 700px; }',
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
  },
};
