import type { MenuItem } from "#components/bar/menu.tsx";
import { allBelow, folderName, listFolder, pathOf } from "#lib/domain/macro-folder.ts";
import { byUse, type MacroUse } from "#lib/domain/macro-use.ts";
import type { ShownMacro } from "#lib/messages.ts";

export type Uses = Readonly<Record<string, MacroUse>>;

/** How many of the macros that one uses most stand at the top, wherever they lie. */
const OFTEN = 5;
const FOLDER = "folder:";

/** The folder that an item opens; null for a macro. */
export const folderOf = (id: string): string[] | null =>
  id.startsWith(FOLDER) ? pathOf(id.slice(FOLDER.length)) : null;

function asideOf({ id, isPersonal }: ShownMacro, uses: Uses): string | undefined {
  const count = uses[id]?.all ?? 0;
  const words = [isPersonal ? "yours" : "", count > 0 ? `${count}×` : ""].filter((word) => word !== "");
  return words.length > 0 ? words.join(", ") : undefined;
}

/**
 * What the picker shows in a folder, and what it searches there: everything below it. What is used most stands first.
 * @param textOf how a macro would read
 */
export function macroItems(
  macros: readonly ShownMacro[],
  at: readonly string[],
  uses: Uses,
  textOf: (macro: ShownMacro) => string,
): { shown: MenuItem[]; searched: MenuItem[] } {
  const sorted = macros.toSorted(byUse(uses));
  const { macros: here, folders } = listFolder(sorted, at);
  const isRoot = at.length === 0;
  const often = isRoot
    ? sorted.filter((macro) => !here.includes(macro) && (uses[macro.id]?.mine ?? 0) > 0).slice(0, OFTEN)
    : [];
  const item = (macro: ShownMacro, isAway: boolean): MenuItem => {
    const aside = asideOf(macro, uses);
    const text = textOf(macro);
    const note = isAway && macro.folder !== null ? `${macro.folder}: ${text}` : text;
    return { id: macro.id, label: macro.name, note, ...(aside !== undefined && { aside }) };
  };
  return {
    shown: [
      ...[...often, ...here].toSorted(byUse(uses)).map((macro) => item(macro, isRoot)),
      ...folders.map(({ path, name, count }) => ({
        id: FOLDER + folderName(path),
        label: name,
        aside: String(count),
        opens: true,
      })),
    ],
    searched: allBelow(sorted, at).map((macro) => item(macro, true)),
  };
}
