// Nobody answers for three days: the person comes back every day, a day later by the page's clock, until all is well.
const DAY = 864e5;
const shifted = `
  const shift = Number(new URLSearchParams(location.search).get('day') ?? 3) * ${DAY};
  const RealDate = Date;
  window.Date = class extends RealDate {
    constructor(...args) { args.length ? super(...args) : super(RealDate.now() + shift); }
    static now() { return RealDate.now() + shift; }
  };`;

export const situation = {
  order: 37,
  title: 'endpoint down for three days',
  trouble: shifted,
  async play(lab) {
    const tab = await lab.open('?day=0');
    await lab.receiver.down();
    await lab.track(tab);
    await lab.pause(500);
    await tab.close();
    for (const day of [1, 2]) {
      // The page comes from its own server; only where both share one origin must it be up to be visited.
      const visit = await lab.open(`?day=${day}`);
      await lab.pause(700);
      await visit.close();
    }
    await lab.lastVisit();
  },
};
