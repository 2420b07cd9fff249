import type { Cohort } from "./inbox-model.ts";

type Example = [Cohort, boolean[], { who: number; after: number; every: number }[]];

const SLOW: Cohort = {
  address: "live",
  addressLag: 900,
  deepLink: "honoured",
  tabs: "live",
  tabLag: 900,
  probe: false,
  rowLinks: false,
  headerLag: 400,
  blanks: false,
  paneLag: 500,
  messageIds: false,
  selection: false,
  rowsShown: false,
};

const STRANGERS = [false, false, false, false, false, false];
const click = (who: number, after: number) => ({ who, after, every: 40 });

/** Pages on which the vote was once certain of the wrong conversation. */
export const ONCE_WRONG: Example[] = [
  // A namesake's name stands over an empty pane, and the address still names the one met before.
  [
    { ...SLOW, deepLink: "none", tabs: "none" },
    [false, false, true, false, false, false],
    [click(2, 700), click(0, 4_000)],
  ],
  // The messages of a conversation come while no name is shown, and its name after them.
  [
    { ...SLOW, blanks: true },
    STRANGERS,
    [click(1, 120), click(3, 300), click(3, 120), click(1, 1_600), click(0, 30), click(0, 30)],
  ],
  // Two namesakes in a row, over the messages of a conversation before both.
  [
    { ...SLOW, addressLag: 200, deepLink: "other", tabs: "none", headerLag: 0 },
    [false, false, false, false, true, false],
    [click(0, 700), click(3, 120), click(5, 300), click(5, 120), click(1, 1_600), click(0, 30), click(0, 30)],
  ],
];
