import { ask } from "#lib/ask.ts";
import type { ExportFrom } from "#lib/store/inventory.ts";

/**
 * Everything that is stored here, as one JSON file.
 * @param progress hears how many entries are written so far
 */
export async function exportAll(progress: (rows: number) => void): Promise<Blob> {
  const tables = new Map<string, string[]>();
  let from: ExportFrom | null = null;
  let rows = 0;
  do {
    const part: Awaited<ReturnType<typeof next>> = await next(from);
    tables.set(part.table, [...(tables.get(part.table) ?? []), ...part.rows]);
    rows += part.rows.length;
    progress(rows);
    from = part.next;
  } while (from !== null);
  const parts = [...tables].map(([table, lines]) => `${JSON.stringify(table)}: [\n${lines.join(",\n")}\n]`);
  return new Blob([`{\n${parts.join(",\n")}\n}\n`], { type: "application/json" });
}

const next = (from: ExportFrom | null) => ask("exportPart", { from });

/** Offers a file to be saved. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
