import { neededFor, pointName } from "#lib/domain/checklist.ts";
import { HANDOFF_NAMES, HANDOFFS, reasonName } from "#lib/domain/outcome.ts";
import type { Settings } from "#lib/domain/settings.ts";
import { GOAL_NAMES, GOALS } from "./goals-draft.ts";

const NAMES: Partial<Record<keyof Settings, string>> = {
  timeZone: "Time zone",
  window: "Conversion window",
  rule: "Attribution",
  minimum: "Minimum volume",
  adNames: "Names of ads",
  hours: "Business hours",
  targets: "Response targets",
  costLines: "Costs beside the ads",
  keywords: "Suggestions",
  checklist: "What qualified means",
  reasons: "Reasons for unqualified",
  reasonNames: "Names of reasons",
  anchors: "Anchor pack",
  manualPages: "Pages without automatic answers",
};

/** What two versions of the settings say differently, a sentence each. */
export function differencesOf(theirs: Settings, mine: Settings): string[] {
  // safe because: the keys of the settings are exactly those of their type.
  const keys = Object.keys(mine) as (keyof Settings)[];
  return keys
    .filter((key) => key !== "version" && JSON.stringify(theirs[key]) !== JSON.stringify(mine[key]))
    .map((key) => {
      const name = NAMES[key] ?? key.charAt(0).toUpperCase() + key.slice(1);
      const [their, my] = [wordsOf(key, theirs, mine), wordsOf(key, mine, theirs)];
      return their === my
        ? `${name}: both changed${changedIn(theirs[key], mine[key])}`
        : `${name}: theirs ${their}; yours ${my}`;
    });
}

function wordsOf(key: keyof Settings, settings: Settings, other: Settings): string {
  const { goals, reasons, reasonNames = {}, checklist } = settings;
  if (key === "goals") return goalsInWords(goals, other.goals);
  if (key === "reasons") return reasons.map((one) => reasonName(one, reasonNames)).join(", ") || "none";
  return key === "checklist" ? checklistInWords(checklist) : inWords(settings[key]);
}

/** The points, and behind them what handoffs need: "Need, Budget (for sales: Budget)". */
function checklistInWords(checklist: Settings["checklist"]): string {
  const named = (points: readonly string[]) => points.map((one) => pointName(one, checklist)).join(", ");
  const needs = HANDOFFS.flatMap((to) => {
    const needed = neededFor(checklist, to);
    return needed.length > 0 ? [`for ${HANDOFF_NAMES[to].toLowerCase()}: ${named(needed)}`] : [];
  });
  return [named(checklist.criteria) || "none", ...(needs.length > 0 ? [`(${needs.join("; ")})`] : [])].join(
    " ",
  );
}

/** The items that two lists call the same and say differently. */
function changedIn(theirs: unknown, mine: unknown): string {
  if (!Array.isArray(theirs) || !Array.isArray(mine)) return "";
  const known = new Set(theirs.map((one) => JSON.stringify(one)));
  const changed = mine.filter((one) => !known.has(JSON.stringify(one)));
  return ` ${changed.map((one) => `“${nameOf(one)}”`).join(", ")}`;
}

/** Those goals alone that the other side says differently. */
const goalsInWords = (goals: Settings["goals"], other: Settings["goals"]): string =>
  GOALS.filter((goal) => goals[goal] !== other[goal])
    .map((goal) => {
      const value = goals[goal];
      const isShare = goal !== "costPerMessageMinor" && goal !== "conversations";
      const words = value === null ? "none" : isShare ? `${value * 100}%` : String(value);
      return `${GOAL_NAMES[goal]}: ${words}`;
    })
    .join("; ");

/** Of lists the names, of versions the last, of the rest what it holds. */
function inWords(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (Array.isArray(value)) {
    const last: unknown = value.at(-1);
    const isHistory = typeof last === "object" && last !== null && "from" in last && "value" in last;
    return isHistory ? inWords(last.value) : value.map(nameOf).join(", ") || "none";
  }
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key} ${inWords(one)}`)
    .join(", ");
}

const nameOf = (item: unknown): string =>
  typeof item === "object" && item !== null && "name" in item
    ? String(item.name)
    : typeof item === "object" && item !== null && "word" in item
      ? String(item.word)
      : inWords(item);
