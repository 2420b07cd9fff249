import { type Alert, type Alerts, type Deadline, deadlineKey, type Stage } from "#lib/domain/alert.ts";
import { type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Store } from "./store.ts";

/** Nobody waits longer than this; what was told is forgotten then. */
const KEPT_MS = 30 * 86_400_000;

/** What a notification is called: one a customer, or one for many. */
const MANY = "rung/many";
/** More customers at once than this are told of in one notification. */
const FEW = 2;

/** One notification to be shown, of one customer or of many. */
export interface Note {
  id: string;
  alerts: [Alert, ...Alert[]];
}

/**
 * Keeps what is told, before it is shown: killed in between, a deadline is told no second time.
 * @param decide what to tell, given what was told already
 * @returns the notifications to show, and the ids of those whose deadlines are all over
 */
export async function takeAlerts(
  { db, now }: Store,
  running: readonly Deadline[],
  decide: (told: ReadonlyMap<string, Stage>) => Alerts,
): Promise<{ show: Note[]; clear: string[]; next: number | null }> {
  return db.transaction("rw", "alerts", async () => {
    const rows = await db.alerts.toArray();
    const alive = new Set(running.map(deadlineKey));
    const { tell, pass, next } = decide(new Map(rows.map(({ key, stage }) => [key, stage])));
    const show = notesOf(tell);
    const ended = rows.filter(({ key }) => !alive.has(key));
    const standing = new Set(rows.filter(({ key }) => alive.has(key)).map(({ note }) => note));
    const over = ended.flatMap(({ note }) => (note === null || standing.has(note) ? [] : [note]));
    await db.alerts.bulkPut(ended.filter(({ note }) => note !== null).map((row) => ({ ...row, note: null })));
    await db.alerts.bulkDelete(ended.filter(({ at }) => at < now() - KEPT_MS).map(({ key }) => key));
    await db.alerts.bulkPut([
      ...pass.map((alert) => rowOf(alert, null, now())),
      ...show.flatMap(({ id, alerts }) => alerts.map((alert) => rowOf(alert, id, now()))),
    ]);
    const shown = new Set(show.map(({ id }) => id));
    return { show, clear: [...new Set(over)].filter((id) => !shown.has(id)), next };
  });
}

const rowOf = (alert: Alert, note: string | null, at: number) => ({
  key: deadlineKey(alert),
  thread: threadKey(alert.thread),
  of: alert.thread,
  stage: alert.stage,
  at,
  note,
});

/** One for each customer, whose first deadline speaks; one for all where they are many. */
function notesOf(alerts: readonly Alert[]): Note[] {
  const ordered = alerts.toSorted((a, b) => a.at - b.at);
  const threads = [...Map.groupBy(ordered, ({ thread }) => threadKey(thread))];
  const [first, ...others] = ordered;
  if (!first) return [];
  if (threads.length > FEW) return [{ id: MANY, alerts: [first, ...others] }];
  return threads.flatMap(([key, [one, ...rest]]) =>
    one ? [{ id: `rung/${key}`, alerts: [one, ...rest] satisfies Note["alerts"] }] : [],
  );
}

/** The conversations that a notification speaks of. */
export async function threadsOfNote({ db }: Store, note: string): Promise<Thread[]> {
  const rows = await db.alerts.filter((row) => row.note === note).toArray();
  return [...new Map(rows.map(({ thread, of }) => [thread, of])).values()];
}
