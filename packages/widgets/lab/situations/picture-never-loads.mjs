// A picture in the step is asked for and never comes.
const image = { src: '/never.png', alt: 'How saving works' };

export const situation = {
  order: 44,
  title: 'picture that never loads',
  steps: [
    { target: 'save', image, html: `Lab step one: <img src="${image.src}" alt="${image.alt}">` },
    'share',
  ],
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
  },
};
