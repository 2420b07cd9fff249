import type { z } from "zod";
import { browser } from "wxt/browser";
import { RungError } from "#lib/errors.ts";
import { type Messages, onMessage, type Outcomed } from "#lib/messages.ts";

type Query<Type extends keyof Messages> = Parameters<Messages[Type]>[0];
type Answer<Type extends keyof Messages> = ReturnType<Messages[Type]>;

/** What is read of a message's sender. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

export type Asker = (sender: Sender) => boolean;

const INBOX_HOST = "business.facebook.com";

/** Our own script in Meta's inbox. The address is the one the page was loaded with; its host cannot change since. */
export const inbox: Asker = ({ id, url, tab }) =>
  id === browser.runtime.id && tab !== undefined && URL.parse(url ?? "")?.host === INBOX_HOST;

/** A page of the extension itself: the popup, the options. */
export const ownPage: Asker = ({ id, url }) =>
  id === browser.runtime.id && (url ?? "").startsWith(browser.runtime.getURL("/"));

export const either: Asker = (sender) => inbox(sender) || ownPage(sender);

/** Answers one kind of message, for those who may ask it, after its content was checked. Call before any await. */
export function on<Type extends keyof Messages>(
  type: Type,
  from: Asker,
  query: z.ZodType<Query<Type>>,
  answer: (query: Query<Type>, sender: Sender) => Promise<Answer<Type>>,
): void {
  onMessage(type, async ({ data, sender }) => {
    if (!from(sender)) throw new RungError("not_allowed", `${type} is not answered here.`);
    const checked = query.safeParse(data);
    if (!checked.success) throw new RungError("query_invalid", `${type} was asked in a wrong shape.`);
    return answer(checked.data, sender);
  });
}

/** A failure that a person can act on becomes a value; anything else is a fault, and stays one. */
export async function outcome<Value>(work: () => Promise<Value>): Promise<Outcomed<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof RungError)) throw error;
    return { ok: false, code: error.code, sentence: error.message, fields: error.fields };
  }
}
