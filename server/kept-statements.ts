import { createHash } from "node:crypto";
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import { sql } from "kysely";
import type pg from "pg";

/**
 * Where a statement begins with this, a connection keeps it prepared, with its plan: for what is asked again and again
 * in the same words and takes as long to plan as to answer. Its text must not vary with what is asked.
 */
const MARK = "/* kept */";
export const kept = sql.raw(MARK);

/** A pooler by transaction (PgBouncer) may not know what was prepared, or know it already (PostgreSQL, appendix A). */
const FORGOTTEN = ["26000", "42P05"];

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
  readonly #client: pg.PoolClient;
  readonly #keeping: Keeping;

  constructor(client: pg.PoolClient, keeping: Keeping) {
    this.#client = client;
    this.#keeping = keeping;
  }

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    const client: PostgresPoolClient = this.#client;
    if (typeof text !== "string") return client.query(text);
    return this.#keeping.isOn && text.startsWith(MARK)
      ? this.#ask<R>(text, values)
      : client.query<R>(text, values);
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy);
  }

  async #ask<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const client: PostgresPoolClient = this.#client;
    try {
      return await client.query<R>(named(text), values);
    } catch (error) {
      if (!isForgotten(error)) throw error;
      this.#keeping.isOn = false;
      return client.query<R>(text, values);
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
  error instanceof Error && "code" in error && FORGOTTEN.includes(String(error.code));
