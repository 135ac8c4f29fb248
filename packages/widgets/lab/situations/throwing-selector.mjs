// The selector of the first step is none.
export const situation = {
  order: 46,
  title: 'selector that throws',
  steps: [{ chain: ['[[save'] }, 'share'],
  backdrop: true,
  async play(tab) {
    await tab.start();
    await tab.pause(5_000);
    const { painted, taken } = await tab.remains();
    const isLeft = painted.length > 0 || taken.length > 0;
    // What goes on to the next step does well, and so does what leaves.
    if (isLeft) await tab.sees('two', { criterion: 'stays without a target' });
    else await tab.reaches('other');
  },
};
