// The page clears its body of everything that it did not put there itself, several times.
export const situation = {
  order: 30,
  title: 'page deletes what is not its own',
  backdrop: true,
  steps: ['save'],
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    for (let turn = 0; turn < 3; turn++) {
      await tab.host(`
        for (const element of [...document.body.children, ...document.documentElement.children])
          if (!element.matches('head, body, script, [data-host]')) element.remove();`);
      await tab.pause(150);
    }
    await tab.pause(600);
    const { painted } = await tab.remains();
    if (painted.length > 0) await tab.sees('one', { criterion: 'half of it stays' });
    else await tab.reaches('other');
  },
};
