import { useEffect, useState } from "react";
import { Chooser } from "#components/bar/chooser.tsx";
import { MacroForm } from "#components/bar/macro-form.tsx";
import type { MacroVariable } from "#lib/domain/macro-variable.ts";
import {
  fieldsOf,
  FILTERS,
  fillMacro,
  MACRO_PROBLEMS,
  macroText,
  type MacroValue,
  parseMacro,
  type Piece,
} from "#lib/domain/macro.ts";
import type { Macro } from "#lib/domain/settings.ts";
import { isEmpty } from "#lib/inbox/composer.ts";
import { keysOf } from "#lib/overlay/commands.ts";
import { useHeldCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { actionWords, insertMacro } from "#lib/overlay/macro-insert.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { refusalOf, standingOf } from "#lib/overlay/standing.ts";
import { features } from "./registry.ts";

type Values = Record<MacroVariable, MacroValue>;

const NOT_KNOWN = { "page.name": null, "rep.name": null, "handoff.eta": null };

/** What a macro may name here: the customer from the page, the rest from the background once it has answered. */
function useValues(): Values {
  const overlay = useOverlay();
  const { thread } = useHeldCurrent();
  const name = useOverlayState(({ reading }) => reading?.open?.identity.name ?? null);
  const [known, setKnown] = useState<Pick<Values, keyof typeof NOT_KNOWN>>(NOT_KNOWN);
  useEffect(() => {
    const stop = new AbortController();
    const keep = (values: typeof known) => stop.signal.aborted || setKnown(values);
    if (thread)
      overlay
        .send("macroValues", { asset: thread.asset, channel: thread.channel })
        .then(keep)
        // What is not known is said beside each placeholder that needs it.
        .catch(() => keep(NOT_KNOWN));
    return () => stop.abort();
  }, [overlay, thread]);
  return {
    "customer.name": name,
    "customer.first_name": name === null ? null : FILTERS.first_word(name),
    ...known,
  };
}

/** What keeps a macro from being inserted as it is: the placeholder, and why it stays empty. */
function problemOf(pieces: readonly Piece[]): string | null {
  const error = pieces.find((piece) => piece.kind === "error");
  return error ? `${error.source} ${MACRO_PROBLEMS[error.problem]}` : null;
}

function open(overlay: Overlay): void {
  const standing = overlay.standing();
  if (standing.state !== "ready") return overlay.say(refusalOf(standing), "warn");
  overlay.open("macros", true);
}

function MacrosButton() {
  const overlay = useOverlay();
  const chords = useOverlayState(({ chords }) => chords);
  const isReady = useOverlayState((state) => standingOf(state).state === "ready");
  const isOpen = useOverlayState(({ panel }) => panel?.id === "macros");
  if (!isReady) return null;
  return (
    <button
      type="button"
      className="button"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      aria-label="Macros"
      title={`Macros (${keysOf("macros", chords)}, or / in an empty answer)`}
      onClick={() => (isOpen ? overlay.close() : open(overlay))}
    >
      Macros <kbd aria-hidden="true">/</kbd>
    </button>
  );
}

function MacroBeforeInsertion({
  macro,
  values,
  onBack,
}: {
  macro: Macro;
  values: Values;
  onBack: () => void;
}) {
  const overlay = useOverlay();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const segments = parseMacro(macro.template);
  const pieces = fillMacro(segments, values, typed);
  const text = macroText(pieces);
  return (
    <MacroForm
      pieces={pieces}
      fields={fieldsOf(segments).map(({ name }) => ({ name, value: typed[name] ?? "" }))}
      actions={(macro.actions ?? []).map(actionWords)}
      isReady={text !== null}
      onField={(name, value) => setTyped({ ...typed, [name]: value })}
      onInsert={() => text !== null && void insertMacro(overlay, macro, text)}
      onBack={onBack}
    />
  );
}

const NO_MACROS: Macro[] = [];

function MacroPicker() {
  const overlay = useOverlay();
  const macros = useOverlayState(({ settings }) => settings?.macros) ?? NO_MACROS;
  const values = useValues();
  const [picked, setPicked] = useState<Macro | null>(null);
  if (picked) return <MacroBeforeInsertion macro={picked} values={values} onBack={() => setPicked(null)} />;

  const filled = macros.map((macro) => ({ macro, pieces: fillMacro(parseMacro(macro.template), values) }));
  const items = filled.map(({ macro: { id, name, folder, template }, pieces }) => {
    const asks = fieldsOf(parseMacro(template)).length > 0;
    const text = (asks ? template : (problemOf(pieces) ?? macroText(pieces))) ?? "";
    return { id, label: name, note: folder === null ? text : `${folder}: ${text}` };
  });
  const pick = (id: string) => {
    const found = filled.find(({ macro }) => macro.id === id);
    const text = found && macroText(found.pieces);
    const isPlain = found && (found.macro.actions ?? []).length === 0;
    if (found && isPlain && text) void insertMacro(overlay, found.macro, text);
    else if (found) setPicked(found.macro);
  };
  /** A slash typed twice is a slash to write. */
  const slash = () => {
    overlay.close();
    void overlay.insert("/", () => true);
  };
  return <Chooser label="Macros" placeholder="Search macros" items={items} onPick={pick} onSlash={slash} />;
}

function start(overlay: Overlay, signal: AbortSignal): void {
  const { keys, store } = overlay;
  keys.on("macros", () => open(overlay), signal);
  keys.onSlash((target) => {
    const composer = store.get().reading?.place.composer ?? null;
    const isThere = composer !== null && target instanceof Node && composer.contains(target);
    if (!isThere || !isEmpty(composer) || overlay.standing().state !== "ready") return false;
    overlay.open("macros", true);
    return true;
  }, signal);
}

features.add("macros", {
  bar: { slot: "actions", View: MacrosButton },
  panel: { id: "macros", title: "Insert a macro", View: MacroPicker },
  start,
});
