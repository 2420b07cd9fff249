import type { ReactNode } from "react";

/** Stands where the outcomes stand when nothing can be tagged: why, and the next step. */
export function Blocker({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="blocker">
      <p>{children}</p>
      {actions}
    </div>
  );
}
