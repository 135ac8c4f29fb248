import { useEffect, useState } from 'preact/hooks';

/** Draws again every second, for what moves with the clock. */
export function useSeconds(): void {
  const [, setNow] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
}
