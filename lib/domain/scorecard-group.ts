import type { SpendIndex } from "./attribution.ts";
import type { CostLine } from "./cost-line.ts";
import { isNamed, namedGroup } from "./counted-name.ts";
import { compareText } from "./order.ts";
import type { Grouping, Paid, Placed, ScorecardQuery } from "./scorecard-query.ts";
import type { SpendRow } from "./spend.ts";
import { CHANNEL_NAMES } from "./thread.ts";

/** The members of one row of a report, and what was paid for it. */
export interface Group extends Paid {
  key: string | null;
  label: string;
  members: Placed[];
  rows: SpendRow[];
  lines: CostLine[];
}

/** Rows by name, the unattributed last. What was paid for everybody belongs to none of them. */
export function groupsOf(
  query: ScorecardQuery,
  placed: readonly Placed[],
  { rows, lines }: Paid,
  index: SpendIndex,
  names: ReadonlyMap<string, string>,
): Group[] {
  if (query.by === "none") return [];
  const groups = new Map<string | null, Group>();
  const groupAt = (key: string | null, label: string): Group => {
    const group = groups.get(key) ?? { key, label, members: [], rows: [], lines: [] };
    groups.set(key, group);
    return group;
  };
  for (const row of rows) {
    const key = spendKey(row, query.by);
    if (key !== null) groupAt(key, query.by === "ad" ? (row.ad ?? `Ad ${key}`) : key).rows.push(row);
  }
  for (const line of lines) {
    const key = lineKey(line, query.by);
    if (key !== null) groupAt(key, key).lines.push(line);
  }
  for (const member of placed) {
    const [key, label] = memberKey(member, query, index, names);
    groupAt(key, label).members.push(member);
  }
  return [...groups.values()].toSorted(
    (a, b) =>
      Number(a.key === null) - Number(b.key === null) ||
      compareText(a.label, b.label) ||
      compareText(a.key ?? "", b.key ?? ""),
  );
}

/** Spend is known by campaign, ad and day; by channel, creator, member or macro no cost is recorded. */
function spendKey(row: SpendRow, by: Grouping): string | null {
  if (by === "campaign") return row.campaign;
  if (by === "ad") return row.adId;
  return by === "day" && row.from === row.to ? row.from : null;
}

/** A creator has a row of their own in a report by campaign too. */
function lineKey({ campaign, creator }: CostLine, by: Grouping): string | null {
  if (by === "campaign") return campaign ?? creator;
  return by === "creator" ? creator : null;
}

function memberKey(
  { channel, day, name, place }: Placed,
  { by }: ScorecardQuery,
  index: SpendIndex,
  names: ReadonlyMap<string, string>,
): [string | null, string] {
  if (isNamed(by)) return namedGroup(by, name, names);
  if (by === "channel" && channel !== null) return [channel, CHANNEL_NAMES[channel]];
  if (by === "day" && day !== null) return [day, day];
  if (by === "ad" && place.ad !== null)
    return [place.ad, index.ads.get(place.ad)?.ad ?? place.label ?? place.ad];
  if (by === "creator" && place.creator !== null) return [place.creator, place.creator];
  if (by === "campaign" && place.campaign !== null) return [place.campaign, place.campaign];
  return place.label === null ? [null, "Unattributed"] : [place.label, place.label];
}
