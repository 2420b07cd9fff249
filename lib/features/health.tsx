import { useState } from "react";
import { HealthDot } from "#components/bar/health-dot.tsx";
import type { PackUsed } from "#lib/inbox/pack-choice.ts";
import { type Health, type Part, PARTS } from "#lib/inbox/reading.ts";
import { sentenceOf } from "#lib/errors.ts";
import { useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { features } from "./registry.ts";

/** What a part is called, and what stays off without it. */
const WORDS: Record<Part, string> = {
  surface: "The inbox itself was not found.",
  list: "The list of conversations was not found: no marks on its rows.",
  rows: "The rows of the list were not found: no marks on them.",
  header: "The customer's name was not found: tagging is off.",
  messages: "The messages were not found: no waiting time.",
  composer: "The field for the answer was not found: macros go to the clipboard.",
  tabs: "The channel tabs were not found: one sign less for which conversation is open.",
  details: "The contact details were not found: no source from an ad's label.",
};

const missingIn = (health: Health | undefined): Part[] =>
  PARTS.filter((part) => health?.[part] === "missing");

function useProblems(): string[] {
  const health = useOverlayState(({ reading }) => reading?.health);
  const faults = useOverlayState(({ faults }) => faults);
  const broken = Object.keys(faults).map((id) => `“${id}” stopped after an error. Reload the page.`);
  return [...missingIn(health).map((part) => WORDS[part]), ...broken];
}

/** Which anchor pack says where the parts are. @param teams the revision of the team's own, where it has one */
function packWords({ revision, isTeams }: PackUsed, teams: string | null): string {
  if (isTeams) return `Where to look comes from your team's own anchor pack, ${revision}.`;
  return teams === null
    ? `Where to look comes with this version of Rung: anchor pack ${revision}.`
    : `Your team's own anchor pack, ${teams}, finds less of this page, so Rung looks where its own, ${revision}, says.`;
}

function Health() {
  const overlay = useOverlay();
  const isOpen = useOverlayState(({ panel }) => panel?.id === "health");
  const problems = useProblems();
  return (
    <HealthDot
      problems={problems}
      onOpen={() => (isOpen ? overlay.close() : overlay.open("health", false))}
    />
  );
}

function HealthPanel() {
  const overlay = useOverlay();
  const [isCopied, setCopied] = useState(false);
  const problems = useProblems();
  const found = useOverlayState(({ reading }) => reading?.health);
  const teams = useOverlayState(({ settings }) => settings?.anchors?.revision ?? null);
  const used = overlay.pack();
  const count = PARTS.filter((part) => found?.[part] === "found").length;
  const copy = async () => {
    const report = overlay.report();
    if (!report) return overlay.say("There is nothing to report: the page was not read yet.", "warn");
    try {
      await overlay.window.navigator.clipboard.writeText(JSON.stringify(report, null, 2));
      setCopied(true);
    } catch (error) {
      overlay.say(`The report was not copied: ${sentenceOf(error)}`, "bad");
    }
  };
  return (
    <div className="prose">
      {problems.length === 0 && <p>All {count} parts of the page that Rung reads were found.</p>}
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
      {used && <p>{packWords(used, teams)}</p>}
      <div>
        <button type="button" className="button" onClick={() => void copy()}>
          Copy a report
        </button>
      </div>
      {isCopied && <output>Copied: the shape of this page, and no word of anybody's.</output>}
    </div>
  );
}

features.add("health", {
  bar: { slot: "tools", View: Health },
  panel: { id: "health", title: "What Rung sees of this page", View: HealthPanel },
});
