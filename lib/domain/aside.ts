/** A note is for the rep's own eyes: as long as they like, within reason. */
export const NOTE_LENGTH = 5_000;

/** What this browser alone holds of a thread. It is no event: it goes nowhere, and nothing is counted from it. */
export interface Aside {
  note: string;
  /** Suggestions that the rep did not want, by their words, and when (epoch ms). */
  dismissed: { word: string; at: number }[];
}

export const NO_ASIDE: Aside = { note: "", dismissed: [] };

/** How many dismissals a thread keeps: the latest. */
const MOST = 200;

/** The same, with one more word that is not to be suggested; of a word the latest dismissal counts. */
export const dismissing = (aside: Aside, word: string, at: number): Aside => ({
  ...aside,
  dismissed: [...aside.dismissed.filter((one) => one.word !== word), { word, at }].slice(-MOST),
});
