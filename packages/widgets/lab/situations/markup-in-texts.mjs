// Every text is full of markup and scripts: none of it may run.
const HOSTILE =
  '<img src=x onerror="window.ran=1"><script>window.ran=1</script><svg onload="window.ran=1"></svg>';

export const situation = {
  order: 45,
  title: 'markup and scripts in every text',
  steps: [
    { target: 'save', title: `One ${HOSTILE}`, text: `Lab step one ${HOSTILE}` },
    { target: 'share', title: `Two ${HOSTILE}`, text: `Lab step two ${HOSTILE}` },
  ],
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.press('one');
    await tab.sees('two');
    tab.check('script ran', (await tab.evaluate('window.ran')) === undefined, 'it ran');
  },
};
