import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isStill } from './motion.js';

const SHORTEST = 120;
const LONGEST = 240;

/** The number to show while `target` is counted up to or down to, in 120 to 240 ms; at once where motion is unwanted. */
export function useCount(target: number): number {
  const [shown, setShown] = useState(target);
  const latest = useRef(target);
  latest.current = shown;
  useLayoutEffect(() => {
    const from = latest.current;
    if (from === target) return;
    if (isStill() || document.hidden) {
      setShown(target);
      return;
    }
    const length = Math.min(LONGEST, SHORTEST + Math.abs(target - from) * 2);
    const start = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const share = Math.min(1, Math.max(0, (now - start) / length));
      setShown(Math.round(from + (target - from) * (1 - (1 - share) ** 3)));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
}
