/** Values of `thread_type` in the page's address: the channel of a thread, in Meta's own words. */
export const CHANNELS = ["FB_MESSAGE", "IG_MESSAGE", "WEC_MESSAGE"] as const;
export type Channel = (typeof CHANNELS)[number];

export const CHANNEL_NAMES: Record<Channel, string> = {
  FB_MESSAGE: "Messenger",
  IG_MESSAGE: "Instagram",
  WEC_MESSAGE: "WhatsApp",
};

/** What Meta's page shows: `thread_type`, `asset_id` and `selected_item_id`. All strings: Instagram ids have 39 digits. */
export interface Thread {
  channel: Channel;
  asset: string;
  id: string;
}

/** One text for one thread, used as a key in stores and maps. */
export const threadKey = ({ channel, asset, id }: Thread): string => `${channel}/${asset}/${id}`;

/** The thread of such a text, null for any other. */
export function threadOfKey(key: string): Thread | null {
  const [channel = "", asset = "", id = "", ...more] = key.split("/");
  return isChannel(channel) && asset !== "" && id !== "" && more.length === 0 ? { channel, asset, id } : null;
}

/** Whether two threads are one; so are none and none. */
export const sameThread = (a: Thread | null, b: Thread | null): boolean =>
  a === b || (a !== null && b !== null && threadKey(a) === threadKey(b));

/** Whether a text of the page, or of a file, is one of its channels. */
export const isChannel = (text: string | null): text is Channel =>
  CHANNELS.some((channel) => channel === text);

/** A conversation that this browser was certain of before: its name, and its row's last time (epoch ms). */
export interface Acquaintance {
  thread: Thread;
  name: string;
  lastAt: number | null;
}

/** A row of the list that passed by: whose it is, and its last time (epoch ms). */
export interface Glimpse extends Acquaintance {
  lastAt: number;
}
