import type { SourceList } from "#lib/contract.ts";
import type { Store } from "./store.ts";

/** The workspace answered: whatever was wrong is over. */
export const linkCameBack = ({ db, now }: Store, id: string) =>
  db.pairings.update(id, { lastSyncAt: now(), offlineSince: null, problem: null, failures: 0, retryAt: 0 });

/** Nothing came through. Offline is a normal state: it keeps when it began. */
export const linkLost = ({ db, now }: Store, id: string, problem: string) =>
  db.pairings
    .where("id")
    .equals(id)
    .modify((pairing) => {
      pairing.offlineSince ??= now();
      pairing.problem = problem;
    });

/**
 * A push came to nothing.
 * @param waitMs how long to wait before the next try
 */
export const linkFailed = ({ db, now }: Store, id: string, problem: string, waitMs: number) =>
  db.pairings
    .where("id")
    .equals(id)
    .modify((pairing) => {
      pairing.offlineSince ??= now();
      pairing.problem = problem;
      pairing.failures += 1;
      pairing.retryAt = now() + waitMs;
    });

/** The server no longer knows this device: sync stops, local tagging goes on. */
export const linkRevoked = ({ db, now }: Store, id: string) =>
  db.pairings
    .where("id")
    .equals(id)
    .modify((pairing) => {
      pairing.revokedAt ??= now();
    });

/** What a rep of this workspace may choose as a source, as last read. */
export const keepSources = ({ db }: Store, id: string, sources: SourceList) =>
  db.pairings.update(id, { sources });
