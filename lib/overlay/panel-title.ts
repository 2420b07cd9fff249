import { createContext, useContext, useLayoutEffect } from "react";

/** Takes the words in place of a panel's own title; null gives it back. */
export const PanelTitle = createContext<(title: string | null) => void>(() => undefined);

/** The open panel is called this as long as the view is there: what is asked now. */
export function usePanelTitle(title: string | null): void {
  const set = useContext(PanelTitle);
  useLayoutEffect(() => {
    set(title);
    return () => set(null);
  }, [set, title]);
}
