import type { SimulationReport } from '@waymark/contracts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../app/services.js';

/** A simulation as it stands. */
export interface SimulationState {
  readonly step: 'idle' | 'running' | 'done' | 'failed';
  readonly report: SimulationReport | null;
  readonly problem: Error | null;
  /** Tries a draft, given as text; what was under way before is given up. */
  run(text: string, days: number | null): void;
}

/** Asks the hub for a simulation, one at a time. */
export function useSimulation(): SimulationState {
  const { api } = useServices();
  const [state, setState] = useState<Omit<SimulationState, 'run'>>({
    step: 'idle',
    report: null,
    problem: null,
  });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  async function simulate(text: string, days: number | null, signal: AbortSignal): Promise<void> {
    try {
      const report = await api.simulate({ playbook: JSON.parse(text) as unknown, days }, signal);
      if (!signal.aborted) setState({ step: 'done', report, problem: null });
    } catch (problem) {
      if (!signal.aborted) setState({ step: 'failed', report: null, problem: problem as Error });
    }
  }

  return {
    ...state,
    run(text, days) {
      abort.current?.abort();
      const current = new AbortController();
      abort.current = current;
      setState({ step: 'running', report: null, problem: null });
      void simulate(text, days, current.signal);
    },
  };
}
