import "#components/ui/page.css";
import "#components/scorecard/page.css";
import { QueryClient } from "@tanstack/react-query";
import { drawPage } from "#lib/draw-page.tsx";
import type { Outcomed, ScorecardReply } from "#lib/messages.ts";
import { cachedScorecard, valueOf } from "#lib/queries.ts";
import { App } from "./app.tsx";

/** The popup with the figures of last time in it: there is nothing to see before them. */
export async function draw(held: Promise<Outcomed<ScorecardReply>>): Promise<void> {
  const queries = new QueryClient();
  await queries.prefetchQuery({ ...cachedScorecard("last_30"), queryFn: () => valueOf(held) });
  drawPage(<App />, { queries });
}
