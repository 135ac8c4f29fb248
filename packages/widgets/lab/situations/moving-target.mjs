// The target moves every frame.
export const situation = {
  order: 18,
  title: 'target moves every frame',
  script: `
    const moved = document.querySelector('.row');
    const move = (now) => {
      moved.style.transform = 'translate(' + 120 * Math.sin(now / 500) + 'px,' + 60 * Math.cos(now / 700) + 'px)';
      requestAnimationFrame(move);
    };
    requestAnimationFrame(move);`,
  steps: ['save'],
  async play(tab) {
    await tab.start();
    await tab.comes('one');
    await tab.holds('one', { during: 2_500 });
  },
};
