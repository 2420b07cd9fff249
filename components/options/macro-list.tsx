import { useState } from "react";
import type { Names } from "#lib/domain/named-list.ts";
import type { MacroUse } from "#lib/domain/macro-use.ts";
import type { Macro, SourceChoice } from "#lib/domain/settings.ts";
import { Button } from "#components/ui/button.tsx";
import { copyName, EMPTY_MACRO, moved } from "./macro-draft.ts";
import { MacroEditor } from "./macro-editor.tsx";
import { MacroRow } from "./macro-row.tsx";
import styles from "./macros.module.css";

/** Changes the newest list of macros, and says in a line what was done. */
export type ChangeMacros = (words: string, edit: (macros: Macro[]) => Macro[]) => void;

interface MacroListProps {
  macros: readonly Macro[];
  uses: Readonly<Record<string, MacroUse>>;
  /** Epoch ms. */
  now: number;
  reasons: readonly string[];
  reasonNames: Names;
  sources: readonly SourceChoice[];
  onChange: ChangeMacros;
  /** A fresh id for a new macro. */
  newId: () => string;
  /** What the list is of, for its buttons: "macro of your own". */
  one: string;
}

const MOST = 500;

/** Macros to change, copy, move and remove; one is open at a time. */
export function MacroList({
  macros,
  uses,
  now,
  reasons,
  reasonNames,
  sources,
  onChange,
  newId,
  one,
}: MacroListProps) {
  const [edited, setEdited] = useState<string | null>(null);
  /** As it was opened: a colleague may remove it meanwhile, and saving adds it again. */
  const [opened, setOpened] = useState<Macro | null>(null);
  const known = macros.find(({ id }) => id === edited);
  const isGone = opened !== null && opened.id === edited && !known;
  const shown = isGone ? [...macros, opened] : macros;
  const folders = [...new Set(macros.flatMap(({ folder }) => folder ?? []))].toSorted();
  const keep = (macro: Macro) => {
    onChange(`Saved “${macro.name}”.`, (all) =>
      all.some(({ id }) => id === macro.id)
        ? all.map((before) => (before.id === macro.id ? macro : before))
        : [...all, macro],
    );
    setEdited(null);
  };
  const copy = (macro: Macro) => {
    const name = copyName(macro.name, namesOf(macros));
    onChange(`Added “${name}”.`, (all) =>
      all.toSpliced(indexOf(all, macro) + 1, 0, { ...macro, id: newId(), name }),
    );
  };
  const editor = (macro: Omit<Macro, "id">, id: string) => (
    <MacroEditor
      key={id}
      macro={macro}
      taken={namesOf(macros.filter((other) => other.id !== id))}
      folders={folders}
      reasons={reasons}
      reasonNames={reasonNames}
      sources={sources}
      onSave={(saved) => keep({ ...saved, id })}
      onCancel={() => setEdited(null)}
    />
  );
  return (
    <>
      {shown.length > 0 && (
        <ul className={styles.list}>
          {shown.map((macro, index) => (
            <li key={macro.id}>
              {macro.id === edited ? (
                editor(macro, macro.id)
              ) : (
                <MacroRow
                  macro={macro}
                  use={uses[macro.id]}
                  now={now}
                  isFirst={index === 0}
                  isLast={index === macros.length - 1}
                  onEdit={() => {
                    setEdited(macro.id);
                    setOpened(macro);
                  }}
                  onCopy={() => copy(macro)}
                  onMove={(by) =>
                    onChange(`Moved “${macro.name}”.`, (all) => moved(all, indexOf(all, macro), by))
                  }
                  onRemove={() =>
                    onChange(`Removed “${macro.name}”.`, (all) => all.filter(({ id }) => id !== macro.id))
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {edited !== null && !known && !isGone ? (
        editor(EMPTY_MACRO, edited)
      ) : (
        <div>
          <Button onPress={() => setEdited(newId())} disabled={macros.length >= MOST}>
            Add a {one}
          </Button>
        </div>
      )}
    </>
  );
}

const namesOf = (macros: readonly Macro[]): string[] => macros.map(({ name }) => name);

const indexOf = (all: readonly Macro[], { id }: Macro): number => all.findIndex((other) => other.id === id);
