import type { Tab } from "#test/support/driver.ts";

type Ask = "events" | "outbox" | { startOf: string };

/** Reads the extension's own database, from one of its pages. */
const ask = (options: Tab, what: Ask): Promise<number> =>
  options.evaluate(
    (asked) =>
      new Promise<number>((resolve, reject) => {
        const table = typeof asked === "string" ? asked : "states";
        const opening = indexedDB.open("rung");
        opening.addEventListener("error", () => reject(opening.error ?? new Error("no database")));
        opening.addEventListener("success", () => {
          const reading = opening.result.transaction(table).objectStore(table).getAll();
          reading.addEventListener("error", () => reject(reading.error ?? new Error("not read")));
          reading.addEventListener("success", () => {
            opening.result.close();
            const rows = reading.result;
            if (typeof asked === "string") return resolve(rows.length);
            const mine = rows.filter(({ of }) => of.id === asked.startOf);
            resolve(mine.filter(({ conversations }) => conversations[0]?.start.seen).length);
          });
        });
      }),
    what,
  );

/** Events that wait to be sent. */
export const waiting = (options: Tab): Promise<number> => ask(options, "outbox");

/** Events that the server acknowledged: all that are kept, less those that still wait. */
export const acknowledged = async (options: Tab): Promise<number> =>
  (await ask(options, "events")) - (await waiting(options));

/** The extension has read the conversation from its beginning. */
export const hasSeenStart = async (options: Tab, id: string): Promise<boolean> =>
  (await ask(options, { startOf: id })) > 0;
