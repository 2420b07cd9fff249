import { isOneLine } from "#lib/overlay/state.ts";
import { features } from "./registry.ts";

/** One key for the bar as a whole or as one line; what the person says stands above the room that there is. */
features.add("fold", {
  start: ({ store, keys }, signal) =>
    keys.on("fold", () => store.set({ isFolded: !isOneLine(store.get()), panel: null }), signal),
});
