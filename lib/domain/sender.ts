/** Who wrote a message: nothing else is kept of it. `unknown` is an outgoing message of an unknown author. */
export const SENDERS = ["customer", "person", "bot", "automatic", "unknown"] as const;
export type Sender = (typeof SENDERS)[number];

/** Of two reports of one message, the one that claims more is believed, and automation over a person. */
const CLAIM: readonly Sender[] = ["customer", "automatic", "bot", "person", "unknown"];

export const strongerSender = (a: Sender, b: Sender): Sender =>
  CLAIM.indexOf(a) <= CLAIM.indexOf(b) ? a : b;

/** Counts as somebody writing when conversations are cut; a greeting or an away message does not. */
export const isWriter = (sender: Sender): boolean => sender !== "automatic";
