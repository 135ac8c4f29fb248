/** Tells listeners of a client's events. */
export interface Emitter<Events> {
  on<Name extends keyof Events>(name: Name, listener: (detail: Events[Name]) => void): () => void;
  emit<Name extends keyof Events>(name: Name, detail: Events[Name]): void;
}

/** Makes an emitter; a listener that throws is reported and stops nobody else. */
export function createEmitter<Events>(onError: (error: Error) => void): Emitter<Events> {
  const listeners = new Map<keyof Events, Set<(detail: never) => void>>();
  return {
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => void set.delete(listener);
    },
    emit(name, detail) {
      for (const listener of listeners.get(name) ?? []) {
        try {
          listener(detail as never);
        } catch (error) {
          onError(error as Error);
        }
      }
    },
  };
}
