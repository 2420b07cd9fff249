import { type QueryFilters, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { onMessage } from "./messages.ts";

/**
 * Draws one of our own pages into `#root`; a change in the background asks its queries again.
 * @param asked which queries a change asks again; default all
 * @param queries some of which may be answered already
 */
export function drawPage(
  page: ReactNode,
  { asked = {}, queries = new QueryClient() }: { asked?: QueryFilters; queries?: QueryClient } = {},
): void {
  onMessage("changed", () => {
    void queries.invalidateQueries(asked);
  });
  const root = document.querySelector("#root");
  if (root) createRoot(root).render(<QueryClientProvider client={queries}>{page}</QueryClientProvider>);
}
