import type { StoredEvent } from "./event.ts";
import type { EventKind } from "./event-data.ts";

/** The events of some kinds, typed as such. */
export const ofKind = <Kind extends EventKind>(
  events: readonly StoredEvent[],
  ...kinds: Kind[]
): Extract<StoredEvent, { kind: Kind }>[] =>
  events.filter((event): event is Extract<StoredEvent, { kind: Kind }> =>
    kinds.some((kind) => kind === event.kind),
  );
