import { Chooser } from "#components/bar/chooser.tsx";
import {
  FILTERS,
  fillMacro,
  MACRO_PROBLEMS,
  macroText,
  type MacroValues,
  parseMacro,
  type Piece,
} from "#lib/domain/macro.ts";
import type { Macro } from "#lib/domain/settings.ts";
import { sameThread, type Thread } from "#lib/domain/thread.ts";
import { sentenceOf } from "#lib/errors.ts";
import type { Inserted } from "#lib/inbox/compose.ts";
import { useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { refusalOf, standingOf } from "#lib/overlay/standing.ts";
import { features } from "./registry.ts";

/** The variables that the page can fill; the others are known by name, and have no value here. */
const valuesOf = (name: string | null): MacroValues => ({
  "customer.name": name,
  "customer.first_name": name === null ? null : FILTERS.first_word(name),
  "page.name": null,
  "rep.name": null,
  "handoff.eta": null,
});

const piecesOf = ({ template }: Macro, name: string | null): Piece[] =>
  fillMacro(parseMacro(template), valuesOf(name));

/** What keeps a macro from being inserted: the placeholder, and why it stays empty. */
function problemOf(pieces: readonly Piece[]): string | null {
  const error = pieces.find((piece) => piece.kind === "error");
  return error ? `${error.source} ${MACRO_PROBLEMS[error.problem]}` : null;
}

function isOpen(overlay: Overlay, thread: Thread): boolean {
  const standing = overlay.standing();
  return standing.state === "ready" && sameThread(standing.thread, thread);
}

const WHY: Record<Inserted["because"], string> = {
  verified: "",
  busy: "A text is being inserted already.",
  moved_on: "Nothing inserted: another conversation came up.",
  no_composer: "There is no field for an answer here.",
  not_taken: "The page did not take the text.",
  changed: "The field for the answer holds something else than was to be: look before you send.",
};

/** What was not inserted goes to the clipboard, unless it was meant for another conversation. */
async function handOver(overlay: Overlay, text: string, because: Inserted["because"]): Promise<void> {
  const why = WHY[because];
  if (because === "busy" || because === "moved_on") return overlay.say(why, "warn");
  try {
    await overlay.window.navigator.clipboard.writeText(text);
    overlay.say(`${why} It was copied: press Ctrl+V where it is to stand.`, "warn", true);
  } catch (error) {
    overlay.say(`${why} It could not be copied either: ${sentenceOf(error)}`, "bad", true);
  }
}

/** Puts a macro at the caret of the composer; it is never sent. Only what stands there is recorded. */
async function insert(overlay: Overlay, macro: Macro): Promise<void> {
  const standing = overlay.standing();
  const { reading } = overlay.store.get();
  const text = macroText(piecesOf(macro, reading?.open?.identity.name ?? null));
  // Back in the page first: the caret is where the rep left it.
  overlay.close();
  if (standing.state !== "ready") return overlay.say(refusalOf(standing), "warn");
  if (text === null) return;
  const { thread } = standing;
  const { inserted, because } = await overlay.insert(text, () => isOpen(overlay, thread));
  if (!inserted) return handOver(overlay, text, because);
  if (overlay.judge(thread, [{ kind: "macro_inserted", data: { macro: macro.id } }]))
    overlay.say(`${macro.name}: inserted, not sent`);
}

function MacrosButton() {
  const overlay = useOverlay();
  const isReady = useOverlayState((state) => standingOf(state).state === "ready");
  const isOpen = useOverlayState(({ panel }) => panel?.id === "macros");
  if (!isReady) return null;
  return (
    <button
      type="button"
      className="button"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={() => (isOpen ? overlay.close() : overlay.open("macros", true))}
    >
      Macros
    </button>
  );
}

const NO_MACROS: Macro[] = [];

function MacroList() {
  const overlay = useOverlay();
  const macros = useOverlayState(({ settings }) => settings?.macros) ?? NO_MACROS;
  const name = useOverlayState(({ reading }) => reading?.open?.identity.name ?? null);
  const items = macros.map((macro) => {
    const pieces = piecesOf(macro, name);
    const problem = problemOf(pieces);
    const note = problem ?? macroText(pieces) ?? "";
    return { id: macro.id, label: macro.name, note, disabled: problem !== null };
  });
  const pick = (id: string) => {
    const macro = macros.find((one) => one.id === id);
    if (macro) void insert(overlay, macro);
  };
  return <Chooser label="Macros" placeholder="Search macros" items={items} onPick={pick} />;
}

features.add("macros", {
  bar: { slot: "actions", View: MacrosButton },
  panel: { id: "macros", title: "Insert a macro", View: MacroList },
});
