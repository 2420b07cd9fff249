import fc from "fast-check";
import { type Acquaintance, type Channel, type Thread, threadKey } from "#lib/domain/thread.ts";
import type { Claim, Sighting } from "#lib/inbox/sighting.ts";

/** A customer of the model: the truth that the page only hints at. */
export interface Customer {
  thread: Thread;
  name: string;
  lastAt: number;
  keys: string[];
}

/** How one cohort's page behaves; lags in ms after a click. */
export interface Cohort {
  address: "live" | "frozen" | "absent" | "dropped";
  addressLag: number;
  deepLink: "honoured" | "other" | "none";
  tabs: "live" | "none";
  tabLag: number;
  probe: boolean;
  rowLinks: boolean;
  headerLag: number;
  blanks: boolean;
  paneLag: number;
  messageIds: boolean;
  selection: boolean;
  rowsShown: boolean;
}

const ASSET = "9000000000000001";
const NAMES = ["Nora Lind", "Omar Saleh", "Nora Lind", "Mai Tran", "Ivo Petkov", "Omar Saleh"];

export const cohorts: fc.Arbitrary<Cohort> = fc.record({
  address: fc.constantFrom("live", "frozen", "absent", "dropped"),
  addressLag: fc.constantFrom(0, 0, 60, 200, 900),
  deepLink: fc.constantFrom("honoured", "other", "none"),
  tabs: fc.constantFrom("live", "none"),
  tabLag: fc.constantFrom(0, 300, 700, 900),
  probe: fc.boolean(),
  rowLinks: fc.boolean(),
  headerLag: fc.constantFrom(0, 80, 400),
  blanks: fc.boolean(),
  paneLag: fc.constantFrom(0, 150, 500),
  messageIds: fc.boolean(),
  selection: fc.boolean(),
  rowsShown: fc.boolean(),
});

/** Clicks: which customer, how long after the one before, and how often the page is looked at meanwhile. */
export const visits = fc.array(
  fc.record({
    who: fc.nat({ max: 5 }),
    after: fc.constantFrom(30, 120, 300, 700, 1_600, 4_000, 8_000),
    every: fc.constantFrom(40, 100, 250),
  }),
  { minLength: 1, maxLength: 12 },
);

/** The hardest pages: what names the conversation follows late, and the rep clicks faster than that. */
export const lateCohorts: fc.Arbitrary<Cohort> = cohorts.map((cohort) => ({
  ...cohort,
  address: "live",
  addressLag: Math.max(200, cohort.addressLag),
  tabLag: 900,
  probe: false,
  rowLinks: false,
  selection: false,
}));

export const quickVisits = fc.array(
  fc.record({
    who: fc.nat({ max: 5 }),
    after: fc.constantFrom(30, 120, 120, 300, 300, 700, 700, 1_600, 4_000),
    every: fc.constantFrom(40, 100),
  }),
  { minLength: 2, maxLength: 14 },
);

export const customersOf = (messageIds: boolean): Customer[] =>
  NAMES.map((name, index) => ({
    thread: {
      channel: (index === 3 ? "IG_MESSAGE" : "FB_MESSAGE") as Channel,
      asset: ASSET,
      id: `10000000000${index}`,
    },
    name,
    lastAt: 1_790_000_000_000 - index * 60_000,
    keys: Array.from({ length: 5 }, (_, at) => `${messageIds ? "mid.$" : "~"}${index}-${at}`),
  }));

export const metBefore = (customers: readonly Customer[], known: readonly boolean[]): Acquaintance[] =>
  customers.flatMap(({ thread, name, lastAt }, index) =>
    known[index] === true ? [{ thread, name, lastAt }] : [],
  );

interface Change {
  at: number;
  /** The adapter looks at a new header in the next frame, whatever else it is doing. */
  isHeader: boolean;
  set: (page: PageState) => void;
}

interface PageState {
  address: Claim | null;
  tab: Claim | null;
  selected: Customer | null;
  header: Customer | null;
  pane: Customer | null;
}

const claimOf = ({ thread }: Customer): Claim => ({ id: thread.id, channel: thread.channel });

/** A page of one cohort: clicks go in, sightings and the truth come out. */
export class ModelPage {
  readonly state: PageState = { address: null, tab: null, selected: null, header: null, pane: null };
  #changes: Change[] = [];
  #cohort: Cohort;
  #customers: readonly Customer[];

  constructor(cohort: Cohort, customers: readonly Customer[]) {
    this.#cohort = cohort;
    this.#customers = customers;
  }

  /** Opens the page by an address that names `asked`; a cohort may open another conversation instead. */
  load(asked: Customer): void {
    const { address, deepLink, tabLag, tabs, headerLag, paneLag, addressLag } = this.#cohort;
    if (deepLink === "none") return;
    const opened = deepLink === "honoured" ? asked : (this.#customers[4] ?? asked);
    if (address !== "absent") this.state.address = claimOf(asked);
    if (tabs === "live") this.state.tab = claimOf(asked);
    this.#later(headerLag + 400, (page) => {
      page.selected = opened;
      page.header = opened;
    });
    this.#later(headerLag + 400 + paneLag, (page) => (page.pane = opened));
    this.#later(headerLag + 400 + tabLag, (page) => {
      if (tabs === "live") page.tab = claimOf(opened);
    });
    if (address === "dropped") this.#later(headerLag + 300, (page) => (page.address = null));
    if (address === "live")
      this.#later(headerLag + 400 + addressLag, (page) => (page.address = claimOf(opened)));
  }

  click(who: Customer, at: number): void {
    this.pass(at);
    const { address, addressLag, tabs, tabLag, headerLag, blanks, paneLag } = this.#cohort;
    this.state.selected = who;
    const isStill = (page: PageState) => page.selected === who;
    if (blanks && headerLag > 0) {
      this.state.header = null;
      this.state.pane = null;
    }
    this.#later(
      headerLag,
      (page) => {
        if (isStill(page)) page.header = who;
      },
      true,
    );
    this.#later(headerLag + paneLag, (page) => {
      if (isStill(page)) page.pane = who;
    });
    if (address === "live") this.#later(addressLag, (page) => (page.address = claimOf(who)));
    if (tabs === "live") this.#later(tabLag, (page) => (page.tab = claimOf(who)));
  }

  #now = 0;

  #later(ms: number, set: (page: PageState) => void, isHeader = false): void {
    if (ms === 0) set(this.state);
    else this.#changes.push({ at: this.#now + ms, set, isHeader });
  }

  /** When the header turns next, ms; infinite where nothing is on its way. */
  get headerAt(): number {
    return Math.min(...this.#changes.filter(({ isHeader }) => isHeader).map(({ at }) => at));
  }

  /** Lets time pass up to `at`. */
  pass(at: number): void {
    this.#now = at;
    const due = this.#changes.filter((change) => change.at <= at).toSorted((a, b) => a.at - b.at);
    this.#changes = this.#changes.filter((change) => change.at > at);
    for (const change of due) change.set(this.state);
  }

  sighting(at: number): Sighting {
    const { address, tab, selected, header, pane } = this.state;
    const { probe, rowLinks, selection, rowsShown } = this.#cohort;
    const name = header?.name ?? null;
    const isSeen = selected !== null && selected.name === name;
    const bound = isSeen ? claimOf(selected) : null;
    const names = this.#customers.map((one) => one.name);
    return {
      at,
      asset: ASSET,
      channel: null,
      claims: { address, tab, probe: probe ? bound : null, row: rowLinks && selection ? bound : null },
      name,
      selectedName: selection ? (selected?.name ?? null) : null,
      lastAt: selection && isSeen ? selected.lastAt : null,
      twinNames: rowsShown ? names.filter((one, index) => names.indexOf(one) !== index) : [],
      keys: pane?.keys ?? [],
    };
  }

  /**
   * What a person sees: the conversation under the header. While the messages of a namesake still stand below it, the
   * page shows that one just as much.
   */
  get truths(): string[] {
    const { header, pane } = this.state;
    const namesake = pane && pane.name === header?.name ? [pane] : [];
    return [...(header ? [header] : []), ...namesake].map(({ thread }) => threadKey(thread));
  }
}
