import { init, type Options, type WaymarkClient } from '@waymark/sdk';
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';

/** Hands the client down. */
export const WaymarkContext = createContext<WaymarkClient | null>(null);

/** Starts Waymark with a component and ends it with it. The options are read once. */
export function useWaymarkClient(options: Options): WaymarkClient | null {
  const [client, setClient] = useState<WaymarkClient | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new options mean a new page
  useEffect(() => {
    const started = init(options);
    setClient(started);
    return () => started.dispose();
  }, []);
  return client;
}

/** The client, inside `<WaymarkContext>`. */
export const useWaymark = (): WaymarkClient | null => useContext(WaymarkContext);

const nothing = () => () => {};

/** The growth value, forecast included; null until the hub has spoken. */
export function useGrowth(): number | null {
  const view = useWaymark()?.view;
  return useSyncExternalStore(view?.subscribe ?? nothing, () => {
    const now = view?.get();
    return now?.snapshot ? now.growth : null;
  });
}
