/** A folder within a folder is written "Shipping / Europe"; spaces around the slash make no difference. */
export const pathOf = (folder: string | null): string[] =>
  (folder ?? "")
    .split("/")
    .map((part) => part.trim())
    .filter((part) => part !== "");

export const folderName = (path: readonly string[]): string | null => path.join(" / ") || null;

/** What stands in one folder: its own macros in the order given, and the folders right below it with how many they hold. */
export interface FolderListing<Macro> {
  macros: Macro[];
  folders: { path: string[]; name: string; count: number }[];
}

const isBelow = (path: readonly string[], at: readonly string[]): boolean =>
  path.length >= at.length && at.every((part, index) => part === path[index]);

export function listFolder<Macro extends { folder: string | null }>(
  macros: readonly Macro[],
  at: readonly string[],
): FolderListing<Macro> {
  const below = macros
    .map((macro) => ({ macro, path: pathOf(macro.folder) }))
    .filter(({ path }) => isBelow(path, at));
  const counts = new Map<string, number>();
  for (const { path } of below) {
    const name = path[at.length];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return {
    macros: below.filter(({ path }) => path.length === at.length).map(({ macro }) => macro),
    folders: [...counts]
      .map(([name, count]) => ({ name, count, path: [...at, name] }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  };
}

/** Every macro of a folder and of the folders below it. */
export const allBelow = <Macro extends { folder: string | null }>(
  macros: readonly Macro[],
  at: readonly string[],
): Macro[] => macros.filter(({ folder }) => isBelow(pathOf(folder), at));
