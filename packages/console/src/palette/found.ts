import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../app/services.js';
import { type ChoiceGroup, foundChoices } from './choices.js';

const SETTLE = 150;

/** What the hub finds for what was typed; the last findings stay until the next ones are there. */
export function useFound(typed: string): { groups: readonly ChoiceGroup[]; searching: boolean } {
  const services = useServices();
  const [found, setFound] = useState<{ for: string; groups: readonly ChoiceGroup[] }>({
    for: '',
    groups: [],
  });
  // Only what is typed starts a new search.
  useEffect(() => {
    if (typed === '') {
      setFound({ for: '', groups: [] });
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const groups = await foundChoices(services, typed, abort.signal).catch(() => []);
      if (!abort.signal.aborted) setFound({ for: typed, groups });
    }, SETTLE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed]);
  return { groups: found.groups, searching: found.for !== typed };
}
