import type { View } from '@waymark/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { memberKey } from '../surface/member.js';

const STAY = 2_600;

/** Points that just came, foretold or confirmed, for a moment; what comes within the moment adds up. 0 is nothing. */
export function useGain({ snapshot, growth }: View): number {
  const [gain, setGain] = useState(0);
  const member = snapshot === null ? '' : memberKey('', snapshot);
  const last = useRef({ member, growth });
  useEffect(() => {
    const before = last.current;
    last.current = { member, growth };
    if (member === '' || before.member !== member) setGain(0);
    else if (growth > before.growth) setGain((sum) => sum + growth - before.growth);
    // Foretold points that the hub did not grant are taken back at once.
    else if (growth < before.growth) setGain(0);
  }, [member, growth]);
  useEffect(() => {
    if (gain === 0) return;
    const timer = setTimeout(() => setGain(0), STAY);
    return () => clearTimeout(timer);
  }, [gain]);
  return gain;
}
