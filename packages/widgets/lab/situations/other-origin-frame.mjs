// The target is inside a frame of another origin, where nobody may look: the page has to stay as it was.
export const situation = {
  order: 9,
  title: 'target in a frame of another origin: leaves quietly',
  steps: [{ chain: ['iframe', '[data-waymark="save"]'] }],
  backdrop: true,
  css: 'iframe { width: 460px; height: 260px; }',
  body: '<header><h1>Orders</h1></header><main><iframe title="Elsewhere"></iframe></main><p class="corner"><button id="other">Other</button></p>',
  script: "document.querySelector('iframe').src = labPage.elsewhere;",
  async play(tab) {
    await tab.start();
    // As long as the libraries have been asked to wait for late targets, and some.
    await tab.pause(5_600);
    await tab.isGone('speaks of what is not there');
    await tab.reaches('other');
    if (tab.isOurs) await tab.check('not reported', await tab.toldOf('anchor_lost'), 'no anchor_lost');
  },
};
