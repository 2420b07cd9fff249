import { useEffect, useRef, useState } from "react";
import { BarFrame } from "#components/bar/bar-frame.tsx";
import { Panel } from "#components/bar/panel.tsx";
import type { Part } from "#lib/inbox/reading.ts";
import { Boundary } from "./boundary.tsx";
import { OverlayContext, useOverlay, useOverlayState } from "./context.ts";
import type { Feature, Slot } from "./feature.ts";
import type { Overlay } from "./overlay.ts";
import { PanelTitle } from "./panel-title.ts";
import { startPlacer } from "./placer.ts";
import { isOneLine } from "./state.ts";

/** Panels stand over the control that opens them. */
const AT_END = new Set(["handoff", "handoff_answer", "macros", "health", "follow_up", "send"]);

/** A feature whose parts of the page are missing says nothing at all. */
function useHasParts(parts: readonly Part[] | undefined): boolean {
  return useOverlayState(({ reading }) => (parts ?? []).every((part) => reading?.health[part] !== "missing"));
}

function InSlot({ feature, View }: { feature: Feature; View: React.ComponentType }) {
  const overlay = useOverlay();
  const hasParts = useHasParts(feature.needs);
  return hasParts ? (
    <Boundary id={feature.id} overlay={overlay}>
      <View />
    </Boundary>
  ) : null;
}

function OpenPanel({ features }: { features: readonly Feature[] }) {
  const overlay = useOverlay();
  const open = useOverlayState(({ panel }) => panel);
  const [asked, setAsked] = useState<string | null>(null);
  const feature = features.find(({ panel }) => panel?.id === open?.id);
  if (!open || !feature?.panel) return null;
  const { id, title, View } = feature.panel;
  return (
    <Panel key={id} title={asked ?? title} side={AT_END.has(id) ? "end" : "start"} onClose={overlay.close}>
      <PanelTitle value={setAsked}>
        <InSlot feature={feature} View={View} />
      </PanelTitle>
    </Panel>
  );
}

function Bar({ features }: { features: readonly Feature[] }) {
  const overlay = useOverlay();
  const frame = useRef<HTMLElement>(null);
  const isFolded = useOverlayState(isOneLine);

  useEffect(() => {
    const stop = new AbortController();
    if (frame.current) startPlacer(overlay, frame.current, stop.signal);
    return () => stop.abort();
  }, [overlay]);

  const inSlot = (slot: Slot) =>
    features.map((feature) =>
      feature.bar?.slot === slot ? (
        <InSlot key={feature.id} feature={feature} View={feature.bar.View} />
      ) : null,
    );
  return (
    <BarFrame
      ref={frame}
      isFolded={isFolded}
      onFold={(isFolded) => overlay.store.set({ isFolded, panel: null })}
      panel={<OpenPanel features={features} />}
      slots={{
        wait: inSlot("wait"),
        main: inSlot("main"),
        source: inSlot("source"),
        send: inSlot("send"),
        status: inSlot("status"),
        actions: inSlot("actions"),
        tools: inSlot("tools"),
      }}
    />
  );
}

function Spoken() {
  const notice = useOverlayState((state) => state.notice);
  return <output className="spoken">{notice?.text}</output>;
}

/** Everything that Rung draws into the page. */
export function OverlayView({ overlay, features }: { overlay: Overlay; features: readonly Feature[] }) {
  return (
    <OverlayContext value={overlay}>
      {features.map((feature) =>
        feature.layer ? <InSlot key={feature.id} feature={feature} View={feature.layer} /> : null,
      )}
      <Bar features={features} />
      <Spoken />
    </OverlayContext>
  );
}
