// The target is in the document all the time, but not displayed.
export const situation = {
  order: 15,
  title: 'target not displayed, and displayed again',
  css: '.off { display: none; }',
  backdrop: true,
  async play(tab) {
    await tab.host("host.at('save').classList.add('off')");
    await tab.start();
    await tab.pause(800);
    await tab.host("host.at('save').classList.remove('off')");
    await tab.sees('one');
    await tab.leavesWith("document.querySelector('.row').classList.add('off')");
    await tab.reaches('other');
    await tab.host("document.querySelector('.row').classList.remove('off')");
    await tab.sees('one', { criterion: 'not back' });
  },
};
