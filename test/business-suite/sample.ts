import { DIALOGUES, FIRST_NAMES, LAST_NAMES, STAFF } from "./sample-texts.ts";
import type { Channel, LineSeed, MessageSeed, ThreadSeed } from "./types.ts";
import { pick, randomFrom } from "./world/random.ts";

export interface SampleOptions {
  count: number;
  seed: number;
  /** Every fifth conversation takes the name of the one before it. */
  duplicateNames: boolean;
}

const MIX: readonly Channel[] = [
  "FB_MESSAGE",
  "FB_MESSAGE",
  "IG_MESSAGE",
  "FB_MESSAGE",
  "WEC_MESSAGE",
  "IG_MESSAGE",
];

const pad = (digits: number, value: number): string => String(value).padStart(digits, "0");

/** An id in the shape of its channel's: a 15-digit profile id, a 39-digit thread number (facts, section 1). */
export function sampleId(channel: Channel, place: number): string {
  if (channel === "IG_MESSAGE") return `340282366841710301244${pad(18, place + 1)}`;
  return channel === "WEC_MESSAGE" ? `6100${pad(11, place + 1)}` : `1000${pad(11, place + 1)}`;
}

/** Conversations of a small shop, the latest first, the same for the same options. */
export function sampleThreads({ count, seed, duplicateNames }: SampleOptions): ThreadSeed[] {
  const random = randomFrom(seed);
  let minutesAgo = 2;
  let before = "";
  return Array.from({ length: count }, (_, place) => {
    const channel = MIX[place % MIX.length] ?? "FB_MESSAGE";
    const name = duplicateNames && place % 5 === 1 ? before : nameOf(place);
    before = name;
    const thread = threadSeed(place, channel, name, minutesAgo, random);
    minutesAgo += 3 + Math.floor(random() * (20 + place * 30));
    return thread;
  });
}

const nameOf = (place: number): string => {
  const first = FIRST_NAMES[place % FIRST_NAMES.length] ?? "";
  const last = LAST_NAMES[(place * 7 + Math.floor(place / FIRST_NAMES.length)) % LAST_NAMES.length] ?? "";
  return `${first} ${last}`;
};

function threadSeed(
  place: number,
  channel: Channel,
  name: string,
  minutesAgo: number,
  random: () => number,
): ThreadSeed {
  const dialogue = DIALOGUES[place % DIALOGUES.length] ?? [];
  const staff = pick(random, STAFF);
  const gaps = dialogue.map(() => 1 + Math.floor(random() * 9));
  let at = minutesAgo + gaps.reduce((sum, gap) => sum + gap, 0);
  const entries = dialogue.map((part, index): MessageSeed | LineSeed => {
    at -= gaps[index] ?? 0;
    if ("line" in part) return { ...part, minutesAgo: at };
    const signed = part.from === "business" && !part.bot;
    return { ...part, minutesAgo: at, ...(signed && { sentBy: staff }) };
  });
  const isFromAd = dialogue.some((part) => "line" in part && part.line === "ad_reply");
  return {
    id: sampleId(channel, place),
    channel,
    name,
    entries,
    labels: isFromAd ? [`ad_id.${120210000000000000n + BigInt(place)}`] : [],
    leadStage: place % 3 === 0 ? "Intake" : null,
    priority: place === 2,
  };
}
