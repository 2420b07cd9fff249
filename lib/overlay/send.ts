import type { Messages } from "#lib/messages.ts";

export type Query<Type extends keyof Messages> = Parameters<Messages[Type]>[0];
export type Answer<Type extends keyof Messages> = ReturnType<Messages[Type]>;

/** Asks the background. Every question may be asked twice: what it stores, it stores by id. */
export type Send = <Type extends keyof Messages>(type: Type, query: Query<Type>) => Promise<Answer<Type>>;

/** The extension was updated, turned off or removed; only a reload of the page brings it back. */
export class Orphaned extends Error {
  override readonly name = "Orphaned";
}

interface SendDeps {
  deliver: Send;
  /** Whether this script still belongs to a living extension. */
  isAlive: () => boolean;
  pause: (ms: number) => Promise<void>;
}

/** Waits before the same question is asked again, in ms: a background that starts answers within the first three. */
const PAUSES = [50, 200, 1_000, 3_000];

/** The background was killed, or had not started, while the question was on its way. */
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  /receiving end does not exist|port closed|channel closed|no response|closed before/i.test(error.message);

const isGone = (error: unknown): boolean =>
  error instanceof Error && /context invalidated/i.test(error.message);

/** Rejects with Orphaned, with what the background's own handler threw, or with the last loss. */
export function createSend({ deliver, isAlive, pause }: SendDeps): Send {
  return async (type, query) => {
    for (let attempt = 0; ; attempt++) {
      if (!isAlive()) throw new Orphaned();
      try {
        return await deliver(type, query);
      } catch (error) {
        if (isGone(error) || !isAlive()) throw new Orphaned();
        const wait = PAUSES[attempt];
        if (!isLost(error) || wait === undefined) throw error;
        await pause(wait);
      }
    }
  };
}
