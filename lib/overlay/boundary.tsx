import { Component, type ReactNode } from "react";
import { reportFault } from "./feature.ts";
import type { Overlay } from "./overlay.ts";

interface BoundaryProps {
  id: string;
  overlay: Overlay;
  children: ReactNode;
}

/** A view that breaks is left out and named; the rest of the bar goes on. */
export class Boundary extends Component<BoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    reportFault(this.props.overlay, this.props.id, error);
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children;
  }
}
