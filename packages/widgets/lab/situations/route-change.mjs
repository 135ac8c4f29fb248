// A single-page application goes to another route and back: the target goes with its route.
export const situation = {
  order: 31,
  title: 'route changes, and back',
  backdrop: true,
  steps: ['save'],
  script: `
    const main = document.querySelector('main');
    const orders = [...main.children];
    const draw = () => main.replaceChildren(...(location.pathname === '/' ? orders : [host.make('p', {}, 'Customers')]));
    addEventListener('popstate', draw);
    window.go = (path) => {
      history.pushState(null, '', path);
      draw();
    };`,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.leavesWith("go('/customers')");
    await tab.reaches('other');
    await tab.host('history.back()');
    await tab.sees('one', { criterion: 'not back' });
  },
};
