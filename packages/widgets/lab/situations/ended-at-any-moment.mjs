// The page takes everything back at the worst moments: at once, while a target is awaited, while a step comes in.
export const situation = {
  order: 48,
  title: 'ended at any moment',
  backdrop: true,
  async play(tab) {
    for (const delay of [0, 10, 30, 80, 200]) {
      await tab.start();
      await tab.pause(delay);
      await tab.stop();
      await tab.isGone('left after its end');
      await tab.reaches('other');
    }
    await tab.host("window.kept = host.at('save'); kept.remove()");
    await tab.start();
    await tab.pause(200);
    await tab.stop();
    await tab.host("document.querySelector('.row').prepend(kept)");
    await tab.pause(800);
    await tab.isGone('comes after its end');
    await tab.reaches('other');
  },
};
