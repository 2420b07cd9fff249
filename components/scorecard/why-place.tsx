import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Why } from "./why.ts";
import { WhyPanel } from "./why-panel.tsx";

/** The figure that is explained now, and the button that asked. */
export interface Opened {
  why: Why;
  anchor: HTMLElement;
}

interface Place {
  opened: Opened | null;
  open: (opened: Opened | null) => void;
}

const Context = createContext<Place>({ opened: null, open: () => {} });
export const useWhy = (): Place => useContext(Context);

/** Whose figures can be asked why: one panel at a time, over everything else of the page. */
export function WhyPlace({ children }: { children: ReactNode }) {
  const [opened, open] = useState<Opened | null>(null);
  const place = useMemo(() => ({ opened, open }), [opened]);
  return (
    <Context value={place}>
      {children}
      {opened && <WhyPanel key={opened.why.title} {...opened} onClose={() => open(null)} />}
    </Context>
  );
}
