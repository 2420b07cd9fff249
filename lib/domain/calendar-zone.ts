import { DAY_MS } from "./calendar-hours.ts";
import { Temporal } from "./temporal.ts";

/**
 * The clock changes of a time zone between two instants (epoch ms). `offsets[n]` (ms to add to UTC) holds from
 * `changes[n - 1]` until `changes[n]`.
 */
export interface Zone {
  from: number;
  to: number;
  changes: readonly number[];
  offsets: readonly number[];
}

const zones = new Map<string, Zone>();

/** The zone's changes over at least `[from, to]`. The table is kept and grows, so a change is looked up once. */
export function zoneOf(timeZone: string, from: number, to: number): Zone {
  const known = zones.get(timeZone);
  if (known && known.from <= from && to <= known.to) return known;
  const zone = readZone(timeZone, Math.min(from, known?.from ?? from), Math.max(to, known?.to ?? to));
  zones.set(timeZone, zone);
  return zone;
}

function readZone(timeZone: string, from: number, to: number): Zone {
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  const changes: number[] = [];
  const offsets = [start.offsetNanoseconds / 1e6];
  for (
    let next = start.getTimeZoneTransition("next");
    next !== null && next.epochMilliseconds <= to;
    next = next.getTimeZoneTransition("next")
  ) {
    changes.push(next.epochMilliseconds);
    offsets.push(next.offsetNanoseconds / 1e6);
  }
  return { from, to, changes, offsets };
}

const offsetAfter = ({ offsets }: Zone, changes: number): number => offsets[changes] ?? 0;

/** How many of the first `length` values fulfil `isBefore`; they come first. */
function countBefore(length: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Milliseconds to add to UTC at an instant. */
export const offsetAt = (zone: Zone, at: number): number =>
  offsetAfter(
    zone,
    countBefore(zone.changes.length, (index) => (zone.changes[index] ?? 0) <= at),
  );

/**
 * The instant of a wall time (ms since 1970-01-01 00:00 local). One that does not exist moves later by the length of
 * the gap, one that comes twice is the first: Temporal's "compatible".
 */
export function instantOf(zone: Zone, wall: number): number {
  const { changes } = zone;
  const period = countBefore(
    changes.length,
    (index) => (changes[index] ?? 0) + offsetAfter(zone, index) <= wall,
  );
  const begins = (changes[period - 1] ?? Number.NEGATIVE_INFINITY) + offsetAfter(zone, period);
  return wall - offsetAfter(zone, wall < begins ? period - 1 : period);
}

/** The zone jumped over the whole date (days since 1970-01-01), as Pacific/Apia over 2011-12-30. */
export const isSkipped = (zone: Zone, day: number): boolean =>
  zone.changes.some(
    (change, index) =>
      change + offsetAfter(zone, index) <= day * DAY_MS &&
      change + offsetAfter(zone, index + 1) >= (day + 1) * DAY_MS,
  );

/** Dates (days since 1970-01-01) on which the clock changes, and the date after: what moves, moves later. */
export const datesOfChange = (zone: Zone): number[] =>
  zone.changes.flatMap((change, index) => {
    const around = [offsetAfter(zone, index), offsetAfter(zone, index + 1)];
    const first = Math.floor((change + Math.min(...around)) / DAY_MS);
    const last = Math.floor((change + Math.max(...around)) / DAY_MS) + 1;
    return Array.from({ length: last - first + 1 }, (_, number) => first + number);
  });
