import type { Feature } from "#lib/overlay/feature.ts";

const known = new Map<string, Feature>();

/** Every feature registers itself with the last statement of its file; its id is the file's name. */
export const features = {
  add(id: string, feature: Omit<Feature, "id">): void {
    if (known.has(id)) throw new Error(`Two features are called ${id}.`);
    known.set(id, { id, ...feature });
  },
  all: (): Feature[] => [...known.values()],
};
