import { Chooser } from "#components/bar/chooser.tsx";
import { countedTouch } from "#lib/domain/touch.ts";
import type { Method, Source } from "#lib/domain/event-data.ts";
import { sourceWords } from "#lib/domain/source-words.ts";
import { useHeldCurrent, useOfCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { features } from "./registry.ts";

const METHODS: Record<Method, string> = {
  ad_label: "from the ad label on this page",
  referral: "from the ad's referral",
  ref: "from the link's ref",
  keyword: "from a keyword",
  label: "from a label on this page",
  chosen: "chosen by hand",
};

const NO_ADS: Record<string, string> = {};

function SourceChip() {
  const overlay = useOverlay();
  const isReady = useOverlayState((state) => standingOf(state).state === "ready");
  const isOpen = useOverlayState(({ panel }) => panel?.id === "source");
  const ads = useOverlayState(({ settings }) => settings?.ads) ?? NO_ADS;
  const touch = useOfCurrent(({ conversation }) => countedTouch(conversation?.touches ?? []) ?? null);
  if (!isReady) return null;
  const [kind, name] = touch ? sourceWords(touch.source, ads) : ["Source", "unknown"];
  return (
    <button
      type="button"
      className={touch ? "chip" : "chip estimated"}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      title={touch ? `${kind} ${name}, ${METHODS[touch.method]}` : "Say where this conversation came from"}
      onClick={() => (isOpen ? overlay.close() : overlay.open("source", true))}
    >
      <span className="cut">
        {kind} <bdi>{name}</bdi>
      </span>
    </button>
  );
}

const NO_CHOICES: { label: string; source: Source }[] = [];

function SourceChooser() {
  const overlay = useOverlay();
  const choices = useOverlayState(({ settings }) => settings?.sources) ?? NO_CHOICES;
  const ads = useOverlayState(({ settings }) => settings?.ads) ?? NO_ADS;
  const { thread } = useHeldCurrent();
  if (!thread) return null;

  const choose = (source: Source) => {
    if (!overlay.judge(thread, [{ kind: "source_attributed", data: { source, method: "chosen" } }])) return;
    overlay.say(`Source: ${sourceWords(source, ads).join(" ")}`);
    overlay.close();
  };
  return (
    <Chooser
      label="Where did this conversation come from?"
      placeholder="Ad, campaign, creator…"
      items={choices.map(({ label, source }, index) => ({
        id: String(index),
        label,
        note: sourceWords(source, ads)[0],
      }))}
      onPick={(id) => {
        const choice = choices[Number(id)];
        if (choice) choose(choice.source);
      }}
      other={{
        label: (typed) => `Other: ${typed}`,
        onPick: (typed) => choose({ kind: "other", label: typed.replace(/\p{Cc}+/gu, " ") }),
      }}
    />
  );
}

features.add("source", {
  bar: { slot: "source", View: SourceChip },
  panel: { id: "source", title: "Where did it come from?", View: SourceChooser },
});
