import { useEffect, useState } from "react";
import { Chooser } from "#components/bar/chooser.tsx";
import { MacroForm } from "#components/bar/macro-form.tsx";
import { actionWords } from "#lib/domain/action-words.ts";
import { folderName } from "#lib/domain/macro-folder.ts";
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
import type { ShownMacro } from "#lib/messages.ts";
import { isEmpty } from "#lib/inbox/composer.ts";
import { useKeys } from "#lib/overlay/keys-shown.ts";
import { useHeldCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { questionOf, type Said } from "#lib/overlay/hand-off.ts";
import { HandoffQuestions } from "#lib/overlay/handoff-questions.tsx";
import { handoffIn, insertMacro } from "#lib/overlay/macro-insert.ts";
import { folderOf, macroItems, type Uses } from "#lib/overlay/macro-items.ts";
import type { Overlay } from "#lib/overlay/overlay.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { openReady } from "#lib/overlay/ready.ts";
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

const open = (overlay: Overlay): void => openReady(overlay, "macros");

function MacrosButton() {
  const overlay = useOverlay();
  const keys = useKeys("macros");
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
      title={`Macros (${keys}, or / in an empty answer)`}
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
  const { conversation } = useHeldCurrent();
  const settings = useOverlayState((state) => state.settings);
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [said, setSaid] = useState<Said | null>(null);
  const segments = parseMacro(macro.template);
  const pieces = fillMacro(segments, values, typed);
  const text = macroText(pieces);
  const handoff = handoffIn(macro, conversation);
  /** Inserts it once all that a colleague must know for its handoff is said. */
  const next = (more: Said) => {
    setSaid(more);
    if (text === null || (handoff && questionOf(handoff, settings, more))) return;
    void insertMacro(overlay, macro, text, more);
  };
  if (said && handoff) return <HandoffQuestions {...handoff} said={said} onSaid={next} />;
  return (
    <MacroForm
      pieces={pieces}
      fields={fieldsOf(segments).map(({ name }) => ({ name, value: typed[name] ?? "" }))}
      actions={(macro.actions ?? []).map((action) => actionWords(action, "done"))}
      isReady={text !== null}
      onField={(name, value) => setTyped({ ...typed, [name]: value })}
      onInsert={() => text !== null && next({})}
      asksMore={handoff !== null && questionOf(handoff, settings, {}) !== null}
      onBack={onBack}
    />
  );
}

const NO_MACROS: ShownMacro[] = [];

/** How often each was used, as the background counts it when the picker opens. */
function useUses(): Uses {
  const { send } = useOverlay();
  const [uses, setUses] = useState<Uses>({});
  useEffect(() => {
    const stop = new AbortController();
    send("macroUses", undefined)
      .then((counted) => stop.signal.aborted || setUses(counted))
      // Without them the team's own order stands.
      .catch(() => undefined);
    return () => stop.abort();
  }, [send]);
  return uses;
}

function MacroPicker() {
  const overlay = useOverlay();
  const macros = useOverlayState(({ settings }) => settings?.macros) ?? NO_MACROS;
  const values = useValues();
  const uses = useUses();
  const [at, goTo] = useState<readonly string[]>([]);
  const [picked, setPicked] = useState<Macro | null>(null);
  if (picked) return <MacroBeforeInsertion macro={picked} values={values} onBack={() => setPicked(null)} />;

  const filled = ({ template }: Macro) => fillMacro(parseMacro(template), values);
  const textOf = (macro: Macro) => {
    const asks = fieldsOf(parseMacro(macro.template)).length > 0;
    const pieces = filled(macro);
    return (asks ? macro.template : (problemOf(pieces) ?? macroText(pieces))) ?? "";
  };
  const { shown, searched } = macroItems(macros, at, uses, textOf);
  const pick = (id: string) => {
    const folder = folderOf(id);
    if (folder) return goTo(folder);
    const macro = macros.find((one) => one.id === id);
    const text = macro && macroText(filled(macro));
    const isPlain = (macro?.actions ?? []).length === 0;
    if (macro && isPlain && text) void insertMacro(overlay, macro, text);
    else if (macro) setPicked(macro);
  };
  /** A slash typed twice is a slash to write. */
  const slash = () => {
    overlay.close();
    void overlay.insert("/", () => true);
  };
  const name = folderName(at);
  return (
    <Chooser
      key={name}
      label="Macros"
      placeholder={name === null ? "Search macros" : `Search in ${at.at(-1) ?? ""}`}
      items={shown}
      searched={searched}
      inside={name === null ? undefined : { name, onOut: () => goTo(at.slice(0, -1)) }}
      onPick={pick}
      onSlash={slash}
    />
  );
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
