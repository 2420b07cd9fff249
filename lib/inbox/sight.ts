import type { PageReading } from "./page-reader.ts";
import type { Probe, ProbeAnswer } from "./probe.ts";
import { readLocation } from "./location.ts";
import type { RawRow } from "./rows.ts";
import type { Claim, Sighting } from "./sighting.ts";

const SECTIONS_OF_ONE: ReadonlySet<string> = new Set(["messenger", "instagram_direct", "wec"]);

/** The Page whose inbox is open: by the address, else by the tabs. */
export const assetOf = ({ location, tabs }: PageReading): string | null => location?.asset ?? tabs.asset;

/** What the open section holds; null where it holds several channels. */
export const sectionChannel = ({ location }: PageReading) =>
  location && SECTIONS_OF_ONE.has(location.route) ? location.channel : null;

const onlySelected = (rows: readonly RawRow[]): RawRow | null => {
  const [row, ...others] = rows.filter(({ selected }) => selected);
  return others.length === 0 ? (row ?? null) : null;
};

const claimOf = (answer: ProbeAnswer | null, name: string): Claim | null =>
  answer?.name === name ? { id: answer.id, channel: answer.channel } : null;

/** The header and the selected row are asked; where both answer, they must agree. */
function probed(page: PageReading, row: RawRow | null, name: string, probe: Probe): Claim | null {
  const inHeader = page.header.element && claimOf(probe(page.header.element), name);
  const inRow = row && claimOf(probe(row.element), name);
  if (inHeader && inRow && inHeader.id !== inRow.id) return null;
  const claim = inHeader ?? inRow ?? null;
  return claim && { id: claim.id, channel: claim.channel ?? inRow?.channel ?? null };
}

function linked(row: RawRow | null, name: string): Claim | null {
  const location = row?.href && row.name === name ? readLocation(row.href) : null;
  return location?.id ? { id: location.id, channel: location.channel } : null;
}

function twinsIn(rows: readonly RawRow[]): string[] {
  const names = rows.flatMap(({ name }) => name ?? []);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Everything on the page that bears on which conversation is open. */
export function sight(page: PageReading, at: number, probe: Probe | null): Sighting {
  const { location, tabs, rows, header, pane } = page;
  const row = onlySelected(rows);
  const { name } = header;
  const twinNames = twinsIn(rows);
  const named = rows.filter((one) => one.name === name);
  const own = row?.name === name ? row : named.length === 1 && row === null ? named[0] : undefined;
  return {
    at,
    asset: assetOf(page),
    channel: sectionChannel(page),
    claims: {
      address: location?.id ? { id: location.id, channel: location.channel } : null,
      tab: tabs.claim,
      probe: probe && name !== null ? probed(page, row, name, probe) : null,
      row: name !== null ? linked(row, name) : null,
    },
    name,
    selectedName: row?.name ?? null,
    lastAt: own?.precision === "second" ? own.lastAt : null,
    twinNames,
    keys: (pane?.messages ?? []).map(({ key, digest }) => key ?? `~${digest}`),
  };
}
