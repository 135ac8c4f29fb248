// The target is a field of a phone: its keyboard takes the lower half of the screen once it has the focus. A headless
// browser has no keyboard; the visual viewport tells of one, as it does on the phone.
export const situation = {
  order: 40,
  title: 'virtual keyboard rises',
  context: { viewport: { width: 390, height: 700 }, hasTouch: true, isMobile: true },
  css: 'input { display: block; margin: 20px 0 0 0; height: 40px; width: 240px; } .corner { bottom: auto; top: 40px; left: auto; right: 0; }',
  body: '<main><label>Name <input data-waymark="save"></label></main><p class="corner"><button id="other">Other</button></p>',
  steps: ['save'],
  trouble: `{
    const { height } = Object.getOwnPropertyDescriptors(VisualViewport.prototype);
    window.keyboard = 0;
    Object.defineProperty(VisualViewport.prototype, 'height', { ...height, get() { return height.get.call(this) - window.keyboard; } });
  }`,
  async play(tab) {
    await tab.start();
    await tab.sees('one');
    await tab.host("window.keyboard = 330; visualViewport.dispatchEvent(new Event('resize'))");
    await tab.sees('one', { criterion: 'under the keyboard' });
  },
};
