// The target is removed while its step shows with a backdrop, and comes back.
export const situation = {
  order: 2,
  title: 'target removed, and back',
  backdrop: true,
  isExamined: true,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.leavesWith("window.kept = host.at('save'); kept.remove()");
    await tab.reaches('other');
    await tab.host("document.querySelector('.row').prepend(kept)");
    await tab.sees('one', { criterion: 'not back' });
  },
};
