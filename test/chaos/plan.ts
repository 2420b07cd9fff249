import { pick, randomFrom } from "#test/business-suite/world/random.ts";

export type Victim = "server" | "postgres" | "background";

/** One death: who, and when after the one before. */
export interface Kill {
  victim: Victim;
  /** Which of the two servers. */
  which: 0 | 1;
  /** Once so many more events were acknowledged; 0 is at once, though others are still away. */
  afterEvents: number;
  /** And so many ms later. */
  afterMs: number;
}

/** How often each dies: a server in five of ten, the background in three, PostgreSQL in two. */
const LOT: readonly Victim[] = [
  ...Array.from({ length: 5 }, () => "server" as const),
  ...Array.from({ length: 3 }, () => "background" as const),
  ...Array.from({ length: 2 }, () => "postgres" as const),
];

const MOST_EVENTS = 120;
const LONGEST_MS = 400;

/** The deaths of one run, the same for the same seed; of few each kind has one. */
export function planOf(seed: number, kills: number): Kill[] {
  const random = randomFrom(seed);
  const firsts: readonly Victim[] = ["postgres", "background", "server"];
  return Array.from({ length: kills }, (_, number) => ({
    victim: firsts[number] ?? pick(random, LOT),
    which: random() < 0.5 ? 0 : 1,
    afterEvents: random() < 0.2 ? 0 : Math.ceil(MOST_EVENTS * random()),
    afterMs: Math.round(LONGEST_MS * random()),
  }));
}
