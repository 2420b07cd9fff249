import { createHash } from "node:crypto";
import {
  type PostgresCursor,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
  type RawBuilder,
  sql,
} from "kysely";
import type pg from "pg";
import type { Database } from "./database.ts";

const MARK = "/* kept */";

/**
 * Where a statement begins with this, a connection keeps it prepared, with its plan: for what is asked again and again
 * in the same words and takes as long to plan as to answer. Its text must not vary with what is asked. In a transaction
 * nothing is kept: one that a pooler mixed up would end it.
 */
export const kept = (db: Database): RawBuilder<unknown> => sql.raw(db.isTransaction ? "" : MARK);

/** A pooler by transaction (PgBouncer) may not know what was prepared, or know it already (PostgreSQL, appendix A). */
const FORGOTTEN = new Set(["26000", "42P05"]);

/** Whether the connections of a pool may keep statements: not once a pooler mixed them up. */
interface Keeping {
  isOn: boolean;
}

/** The pool, its connections keeping the statements that say so. */
export function keepingStatements(pool: pg.Pool): PostgresPool {
  const keeping: Keeping = { isOn: true };
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const known = clients.get(client) ?? new KeepingClient(client, keeping);
      clients.set(client, known);
      return known;
    },
  };
}

class KeepingClient implements PostgresPoolClient {
  readonly #client: PostgresPoolClient;
  readonly #keeping: Keeping;

  constructor(client: PostgresPoolClient, keeping: Keeping) {
    this.#client = client;
    this.#keeping = keeping;
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== "string") return this.#client.query(text);
    return this.#keeping.isOn && text.startsWith(MARK)
      ? this.#ask<R>(text, values)
      : this.#client.query<R>(text, values);
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy);
  }

  async #ask<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      return await this.#client.query<R>(named(text), values);
    } catch (error) {
      if (!isForgotten(error)) throw error;
      this.#keeping.isOn = false;
      return this.#client.query<R>(text, values);
    }
  }
}

const names = new Map<string, string>();

/** The statement under a name of its own, the same in every process. */
function named(text: string): string {
  const name = names.get(text) ?? createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  // safe because: pg takes an object where Kysely's type of it says a text.
  return { name, text } as unknown as string;
}

const isForgotten = (error: unknown): boolean =>
  error instanceof Error && "code" in error && FORGOTTEN.has(String(error.code));
