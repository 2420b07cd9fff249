import { createContext, useContext, useSyncExternalStore } from "react";
import { WORDS, type Words } from "#test/business-suite/language/index.ts";
import type { Page, PageState } from "#test/business-suite/state.ts";

export const PageContext = createContext<Page | null>(null);

/** The page, its present state, its words and its time. */
export function usePage(): { page: Page; state: PageState; words: Words; now: number } {
  const page = useContext(PageContext);
  if (!page) throw new Error("a part stands outside the page");
  const state = useSyncExternalStore(page.store.subscribe, page.store.get);
  return { page, state, words: WORDS[state.config.language], now: page.clock.now() };
}

/** Joins generated class names with the page's short old ones, where the build has those. */
export function useLook(): (css: string, old?: string) => string {
  const { legacyClasses } = usePage().state.config;
  return (css, old = "") => (legacyClasses && old !== "" ? `${css} ${old}` : css);
}

/** The `data-pagelet` of builds that carry it. */
export function usePagelet(): (name: string) => string | undefined {
  const { pagelets } = usePage().state.config;
  return (name) => (pagelets ? name : undefined);
}
