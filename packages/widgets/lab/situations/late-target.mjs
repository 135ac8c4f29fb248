// The first target is there a second and a half after the tour has begun, and the second only once it is asked for.
export const situation = {
  order: 1,
  title: 'target comes late',
  body: '<header><h1>Orders</h1></header><main><div class="row" id="row"></div></main><p class="corner"><button id="other">Other</button></p>',
  async play(tab) {
    await tab.start();
    await tab.pause(1_500);
    await tab.host("document.querySelector('#row').append(host.button('save'))");
    await tab.sees('one');
    await tab.press('one');
    await tab.pause(600);
    await tab.host("document.querySelector('#row').append(host.button('share'))");
    await tab.sees('two');
  },
};
