import type { Database } from "./database.ts";

/** What every verb of the store works on; time and randomness come in so that a test can say what they are. */
export interface Store {
  db: Database;
  /** Epoch ms of the device's own clock, uncorrected. */
  now: () => number;
  random: (bytes: number) => Uint8Array;
  /** The browser's IANA time zone, used until the settings name one. */
  timeZone: string;
}
