/** A value outside React that many views read. `set` replaces fields; listeners hear only real changes. */
export interface Store<State> {
  get: () => State;
  set: (patch: Partial<State>) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(patch) {
      const isSame = (name: string) => Object.is(patch[name as keyof State], state[name as keyof State]);
      if (Object.keys(patch).every(isSame)) return;
      state = { ...state, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
