// The page navigates in the same task as the calls and nobody answers.
export const situation = {
  order: 4,
  title: 'navigation at once, endpoint down',
  async play(lab) {
    const tab = await lab.open();
    await lab.receiver.down();
    await tab.leave("lab.track(1, 200); location.href = '/elsewhere'");
    await lab.pause(500);
    await lab.lastVisit();
  },
};
