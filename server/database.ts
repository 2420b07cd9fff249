import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { keepingStatements } from "./kept-statements.ts";
import type { Tables } from "./schema.ts";

/** The database, or one transaction on it. */
export type Database = Kysely<Tables>;

const { builtins } = pg.types;

/** Instants and amounts fit a JavaScript integer (the contract bounds them); days stay text. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === builtins.INT8) return Number;
    if (oid === builtins.DATE) return String;
    return pg.types.getTypeParser(oid, format);
  },
};

const POOL_SIZE = 10;

/**
 * A pool of connections to one PostgreSQL.
 * @param onError hears of connections that broke while idle; the pool opens new ones by itself
 */
export const openDatabase = (url: string, onError: (error: Error) => void): Database =>
  databaseOn(openPool(url, onError));

/** The database behind a pool; destroying it ends the pool. */
export const databaseOn = (pool: pg.Pool): Database =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: keepingStatements(pool) }) });

export function openPool(url: string, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    types,
    connectionTimeoutMillis: 10_000,
    application_name: "rung",
  });
  pool.on("error", onError);
  // While it is in use the pool does not listen: unheard, its end would end the server. The next query rejects with it.
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
