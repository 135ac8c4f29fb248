// The page navigates in the same task as the calls.
export const situation = {
  order: 3,
  title: 'navigation at once',
  async play(lab) {
    const tab = await lab.open();
    await tab.leave("lab.track(1, 200); location.href = '/elsewhere'");
    await lab.lastVisit();
  },
};
