import type { Context } from "#server/context.ts";
import { refold } from "./refold.ts";
import { threadPages } from "./thread-pages.ts";

/** Folds every thread of some Pages anew. The caller holds the log alone, so no thread is written meanwhile. */
export async function refoldPages(
  place: Pick<Context, "db" | "workspace">,
  assets: readonly string[],
): Promise<void> {
  for (const asset of assets)
    for await (const threads of threadPages(place, asset)) await refold(place, threads);
}
