// Measures what a library does on a page, from frame to frame: everything it can be called back by is wrapped before it is
// loaded, and what runs in there is its own. The page of the benchmark must use none of these itself.

/** Browser: runs before everything else; `window.meter` then has the milliseconds of ours in each frame. */
export function meterWork() {
  const now = performance.now.bind(performance);
  const frameOf = window.requestAnimationFrame.bind(window);
  let depth = 0;
  let spent = 0;
  const frames = [];
  const meter = {
    frames,
    isOn: false,
    frameOf,
    /** Runs something and counts its time. */
    count(act) {
      const began = now();
      depth++;
      try {
        return act();
      } finally {
        depth--;
        if (depth === 0) spent += now() - began;
      }
    },
  };
  const counted = (callback) =>
    typeof callback === 'function'
      ? function (...given) {
          return meter.count(() => Reflect.apply(callback, this, given));
        }
      : callback;
  for (const name of [
    'requestAnimationFrame',
    'requestIdleCallback',
    'setTimeout',
    'setInterval',
    'queueMicrotask',
  ]) {
    const native = window[name].bind(window);
    window[name] = (callback, ...rest) => native(counted(callback), ...rest);
  }
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const Native = window[name];
    window[name] = class extends Native {
      constructor(callback, ...rest) {
        super(counted(callback), ...rest);
      }
    };
  }
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const known = new WeakMap();
  EventTarget.prototype.addEventListener = function (type, listener, ...rest) {
    if (typeof listener === 'function' && !known.has(listener)) known.set(listener, counted(listener));
    return Reflect.apply(addEventListener, this, [type, known.get(listener) ?? listener, ...rest]);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, ...rest) {
    return Reflect.apply(removeEventListener, this, [type, known.get(listener) ?? listener, ...rest]);
  };
  const tick = () => {
    if (meter.isOn) frames.push(spent);
    spent = 0;
    frameOf(tick);
  };
  frameOf(tick);
  Object.defineProperty(window, 'meter', { value: meter });
}
