// What can be seen of a library from the outside. This function's text runs in every page before anything else does, so
// that a page which overrides the platform's functions deceives nobody here. It knows no library: elements of the host page
// lie in something with `data-host`; all others are the library's, and so is what `mine` names inside the host's.

/** @param {{ mine: string, box: string, next: string, close: string }} selectors */
export function observe(selectors) {
  if (window.parent !== window) return;
  const { apply } = Reflect;
  const native = (owner, name) => {
    const method = owner[name];
    return (self, ...given) => apply(method, self, given);
  };
  const getter = (owner, name) => {
    const { get } = Object.getOwnPropertyDescriptor(owner, name);
    return (self) => apply(get, self, []);
  };
  const inDocument = native(Document.prototype, 'querySelector');
  const inRoot = native(DocumentFragment.prototype, 'querySelector');
  const within = native(Element.prototype, 'querySelector');
  const matches = native(Element.prototype, 'matches');
  const rectOf = native(Element.prototype, 'getBoundingClientRect');
  const isRendered = native(Element.prototype, 'checkVisibility');
  const shadowOf = getter(Element.prototype, 'shadowRoot');
  const styleOf = window.getComputedStyle.bind(window);
  const frameOf = window.requestAnimationFrame.bind(window);
  const now = performance.now.bind(performance);

  const VIEW = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  const find = (root, selector) =>
    root.nodeType === 9 ? inDocument(root, selector) : inRoot(root, selector);

  /** The element at the end of a chain of selectors, each but the last one naming a shadow host or a frame. */
  function resolve(chain) {
    let root = document;
    let element = null;
    for (const selector of chain) {
      element = root && find(root, selector);
      if (!element) return null;
      root = element.tagName === 'IFRAME' ? element.contentDocument : shadowOf(element);
    }
    return element;
  }

  /** Where an element is painted in this window, frames it lies in included; what scrollers cut off is not there. */
  function visibleRect(element) {
    if (!element || !isRendered(element, VIEW)) return null;
    let rect = rectOf(element);
    let box = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
    for (let at = parentOf(element); at; at = parentOf(at)) {
      const { overflowX, overflowY } = styleOf(at);
      if (at.tagName === 'IFRAME') {
        const frame = rectOf(at);
        const [x, y] = [frame.left + at.clientLeft, frame.top + at.clientTop];
        box = { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y };
        box = crossing(box, { left: x, top: y, right: x + at.clientWidth, bottom: y + at.clientHeight });
        continue;
      }
      if (at === document.documentElement || at === document.body) continue;
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      rect = rectOf(at);
      box = crossing(box, rect);
    }
    box = crossing(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    return areaOf(box) > 0 ? box : null;
  }
  /** The next element outwards, through shadow roots and out of frames. */
  function parentOf(element) {
    const parent = element.assignedSlot ?? element.parentNode;
    if (!parent) return null;
    if (parent.nodeType === 11) return parent.host ?? null;
    if (parent.nodeType === 9) return parent.defaultView?.frameElement ?? null;
    return parent;
  }
  const crossing = (a, b) => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const areaOf = ({ left, top, right, bottom }) => Math.max(0, right - left) * Math.max(0, bottom - top);
  function distance(a, b) {
    const x = Math.max(0, a.left - b.right, b.left - a.right);
    const y = Math.max(0, a.top - b.bottom, b.top - a.bottom);
    return Math.hypot(x, y);
  }

  /** Every element of the library, shadow roots and the host's own trees included. */
  function* foreign(node = document.documentElement, isHost = false) {
    for (const child of node.children) {
      const mine = matches(child, selectors.mine);
      const host = !mine && (isHost || child.hasAttribute('data-host'));
      const isPlain = ['HEAD', 'BODY', 'SCRIPT', 'STYLE', 'LINK', 'META', 'TITLE'].includes(child.tagName);
      if (!host && !isPlain) yield child;
      yield* foreign(child, host);
      const shadow = shadowOf(child);
      if (shadow) yield* foreign(shadow, host);
    }
  }
  const clear = (color) => color === 'transparent' || /(?:,|\/)\s*0(?:%|\.0+)?\)$/.test(color);
  const wordsOf = (element) => {
    let words = '';
    for (const node of element.childNodes) if (node.nodeType === 3) words += node.data;
    return words.trim();
  };
  /** Whether something of an element itself reaches the eye. */
  function paints(element) {
    if (!isRendered(element, VIEW) || opacityOf(element) < 0.02) return false;
    const rect = rectOf(element);
    const style = styleOf(element);
    const isOpen = matches(element, ':modal, :popover-open');
    if (isOpen && !clear(styleOf(element, '::backdrop').backgroundColor)) return true;
    const seen = crossing(rect, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
    if (areaOf(seen) <= 4 || style.clipPath.startsWith('inset(50%')) return false;
    if (element instanceof SVGGeometryElement) return style.fill !== 'none' || style.stroke !== 'none';
    if (['IMG', 'CANVAS', 'VIDEO'].includes(element.tagName)) return true;
    return (
      wordsOf(element) !== '' ||
      !clear(style.backgroundColor) ||
      style.backgroundImage !== 'none' ||
      style.boxShadow !== 'none' ||
      (style.borderTopStyle !== 'none' && style.borderTopWidth !== '0px' && !clear(style.borderTopColor)) ||
      (style.outlineStyle !== 'none' && style.outlineWidth !== '0px')
    );
  }
  function opacityOf(element) {
    let opacity = 1;
    for (let at = element; at; at = parentOf(at)) opacity *= Number(styleOf(at).opacity);
    return opacity;
  }
  const nameOf = (element) =>
    element
      ? `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''}${[...element.classList].map((name) => `.${name}`).join('')}`
      : 'nothing';

  /** What a click at a point would reach, through shadow roots. */
  function topAt(x, y) {
    let top = document.elementFromPoint(x, y);
    for (let shadow = top && shadowOf(top); shadow; shadow = shadowOf(top)) {
      const inner = shadow.elementFromPoint(x, y);
      if (!inner || inner === top) break;
      top = inner;
    }
    return top;
  }
  function holds(outer, inner) {
    for (let at = inner; at; at = parentOf(at)) if (at === outer) return true;
    return false;
  }
  const touchable = new CSSStyleSheet();
  touchable.replaceSync('* { pointer-events: auto !important }');
  /** What of the host page lies over a box for the eye, though clicks go through it. */
  function above(box, points) {
    const before = document.adoptedStyleSheets;
    document.adoptedStyleSheets = [...before, touchable];
    const tops = points.map((point) => topAt(...point));
    document.adoptedStyleSheets = before;
    const mine = new Set(foreign());
    return tops.find((top) => top && !mine.has(top) && !holds(box, top) && paints(top));
  }
  const centre = ({ left, top, right, bottom }) => [(left + right) / 2, (top + bottom) / 2];

  /** The boxes on the screen in which a text stands. */
  function boxesOf(token) {
    const boxes = new Set();
    for (const element of foreign()) {
      if (!wordsOf(element).includes(token) || !isRendered(element, VIEW)) continue;
      for (let at = element; at; at = parentOf(at)) {
        if (!matches(at, selectors.box)) continue;
        boxes.add(at);
        break;
      }
    }
    return [...boxes].filter((box) => areaOf(rectOf(box)) > 0);
  }
  /** A button in a box, by a selector that is tried in every shadow root of it. */
  function buttonIn(box, selector) {
    const inside = within(box, selector);
    if (inside) return inside;
    const root = box.getRootNode();
    const beside = root.nodeType === 11 ? inRoot(root, selector) : null;
    return beside && holds(box, beside) ? beside : null;
  }

  /** How a step with a text stands to its target. */
  function step(token, chain) {
    const boxes = boxesOf(token);
    const [box] = boxes;
    if (!box) return { copies: 0 };
    const rect = rectOf(box);
    const own = { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom };
    const window_ = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const view = window.visualViewport;
    const eye =
      view && view.height < innerHeight - 1
        ? {
            left: view.offsetLeft,
            top: view.offsetTop,
            right: view.offsetLeft + view.width,
            bottom: view.offsetTop + view.height,
          }
        : window_;
    const target = visibleRect(resolve(chain));
    const next = buttonIn(box, selectors.next);
    const points = [box, next]
      .filter((element) => element && areaOf(rectOf(element)) > 0)
      .map((element) => centre(rectOf(element)));
    const buried =
      points.map((point) => topAt(...point)).find((top) => !holds(box, top)) ?? above(box, points);
    const style = styleOf(box);
    return {
      copies: boxes.length,
      box: { ...own, width: rect.width, height: rect.height },
      screen: eye,
      target,
      opacity: opacityOf(box),
      background: style.backgroundColor,
      inView: areaOf(crossing(own, eye)) / areaOf(own),
      distance: target ? distance(own, target) : null,
      covers: target ? areaOf(crossing(own, target)) / areaOf(target) : null,
      under: buried === undefined ? null : nameOf(buried),
    };
  }

  /** What of the library is still on the screen, and what of it would take a click. */
  function remains() {
    const painted = [];
    for (const element of foreign()) if (paints(element)) painted.push(nameOf(element));
    const mine = new Set(foreign());
    const taken = [];
    for (let x = 0.05; x < 1; x += 0.1)
      for (let y = 0.05; y < 1; y += 0.1) {
        const top = document.elementFromPoint(x * innerWidth, y * innerHeight);
        if (top && mine.has(top)) taken.push(nameOf(top));
      }
    return { painted: [...new Set(painted)], taken: [...new Set(taken)] };
  }
  /** Milliseconds until nothing of the library is left, looked at every frame; null when something stays. */
  async function untilGone(limit) {
    const began = now();
    for (;;) {
      const { painted, taken } = remains();
      if (painted.length === 0 && taken.length === 0) return { ms: now() - began };
      if (now() - began > limit) return { ms: null, painted, taken };
      await new Promise(frameOf);
    }
  }
  /** Where to press a button of the step that has a text. */
  function pressable(token, which) {
    const [box] = boxesOf(token);
    const button = box && buttonIn(box, selectors[which]);
    if (!button) return null;
    const [x, y] = centre(rectOf(button));
    return { x, y };
  }
  /** Where an element of the host page is, and what a click there would reach. */
  function spot(chain) {
    const rect = visibleRect(resolve(chain));
    if (!rect) return null;
    const [x, y] = centre(rect);
    const top = topAt(x, y);
    return { x, y, top: nameOf(top), isReached: holds(resolve(chain), top) };
  }
  /** The focused element, through shadow roots: of the step with a text, of the host page (its name), or nowhere. */
  function focus(token) {
    let at = document.activeElement;
    while (at && shadowOf(at)?.activeElement) at = shadowOf(at).activeElement;
    const [box] = token ? boxesOf(token) : [];
    const button = box && buttonIn(box, selectors.next);
    return {
      inStep: Boolean(box && at && holds(box, at)),
      onNext: Boolean(button && at === button),
      name: at?.dataset?.waymark ?? at?.id ?? null,
    };
  }

  Object.defineProperty(window, '__lab', {
    value: { resolve, step, remains, untilGone, pressable, spot, focus, foreign, matches },
  });
}
