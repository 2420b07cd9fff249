import { z } from "zod";
import { isTimeZone } from "#lib/domain/day.ts";

/** The phone keys of RUNG. */
const DEFAULT_PORT = 7864;

const A_PORT = "must be a port from 0 to 65535";

const timeZoneOfMachine = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

const PostgresUrl = z.url({
  protocol: /^postgres(?:ql)?$/,
  error: "must be an address that starts with postgres://",
});

/** What the server takes from its environment, each with its default. */
export const Environment = z.object({
  /** A team's own PostgreSQL; without it the embedded one runs. */
  DATABASE_URL: PostgresUrl.optional(),
  /** The same database without the pooler that DATABASE_URL names: for what one connection must hear. */
  DATABASE_DIRECT_URL: PostgresUrl.optional(),
  /** Where the embedded PostgreSQL keeps its data and the command line finds the server. */
  RUNG_DATA: z.string().min(1).default(".rung"),
  RUNG_HOST: z.string().min(1).default("127.0.0.1"),
  RUNG_PORT: z.coerce.number(A_PORT).int(A_PORT).min(0, A_PORT).max(65_535, A_PORT).default(DEFAULT_PORT),
  /** The name and zone of the workspace that the first start makes. */
  RUNG_WORKSPACE: z.string().trim().min(1).max(200).default("My workspace"),
  RUNG_TIME_ZONE: z
    .string()
    .refine(isTimeZone, "must be an IANA time zone such as Europe/Berlin")
    .default(timeZoneOfMachine),
  RUNG_LOG: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** Behind a reverse proxy: the last hop of X-Forwarded-For is the caller's address. */
  RUNG_TRUST_PROXY: z.stringbool().default(false),
  /** Who shows it may read `/metrics`; without it only this machine may. */
  RUNG_METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  /** How often one device may come, at each server; a browser needs far less. */
  RUNG_REQUESTS_A_MINUTE: z.coerce.number().int().min(1).default(3_000),
});
export type Environment = z.infer<typeof Environment>;

/** The environment, or the sentence that says which variable is wrong. Empty variables count as unset. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = Environment.safeParse(set);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  throw new Error(`The environment cannot be used: ${problems.join("; ")}.`);
}
