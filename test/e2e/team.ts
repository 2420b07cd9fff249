import type { Role, ScorecardAnswer } from "#lib/contract.ts";
import { openDatabase } from "#server/database.ts";
import { makePairing } from "#server/members/make-pairing.ts";
import { readScorecard } from "#server/reports/scorecard.ts";
import { answerPage } from "#server/workspace/answer-page.ts";
import type { TestMember } from "#test/support/member.ts";
import { createDatabase } from "#test/support/postgres.ts";
import { startServerProcess } from "#test/support/server-process.ts";
import { startServer, type TestServer } from "#test/support/server.ts";

/** What a person does at the server's own machine. */
interface Desk {
  /** For a Page that the workspace counts from then on, where one is named. */
  code: (name?: string, role?: Role, page?: string) => Promise<string>;
  /** The ladder of today. */
  scorecard: () => Promise<ScorecardAnswer>;
}

interface Team extends Desk, AsyncDisposable {
  url: string;
}

interface LivingTeam extends Team {
  /** A rep at a device of their own. */
  colleague: () => Promise<TestMember>;
}

function deskOf({ db, workspace }: Pick<TestServer, "db" | "workspace">): Desk {
  const context = () => ({ db, workspace, member: null, role: "admin" as const, now: Date.now() });
  const today = new Date().toISOString().slice(0, 10);
  return {
    async code(name = "Kim", role = "admin", page) {
      const ctx = context();
      if (page !== undefined) await answerPage({ ctx, input: { asset: page, name: null, counted: true } });
      return (await makePairing({ ctx, input: { name, role } })).code;
    },
    scorecard: () => readScorecard({ ctx: context(), input: { from: today, to: today, by: "none" } }),
  };
}

/** A team's server. */
export async function team(name = "Sample Shop"): Promise<LivingTeam> {
  const server = await startServer({ environment: { RUNG_WORKSPACE: name } });
  return {
    url: server.url,
    ...deskOf(server),
    colleague: () => server.addMember("rep"),
    [Symbol.asyncDispose]: server.stop,
  };
}

interface MortalTeam extends Team {
  kill: () => Promise<unknown>;
  /** On the same port. */
  comeBack: () => Promise<void>;
}

/** A team's server in a process of its own, which can be killed, and its way back. */
export async function mortalTeam(): Promise<MortalTeam> {
  const shared = process.env["RUNG_TEST_POSTGRES"];
  if (shared === undefined) throw new Error("No PostgreSQL was started before the tests.");
  const environment = { DATABASE_URL: await createDatabase(shared) };
  let server = await startServerProcess(environment);
  const { url } = server;
  const db = openDatabase(environment.DATABASE_URL, () => {
    // The statement under way fails with the same error.
  });
  const { workspace_id: workspace } = await db
    .selectFrom("workspaces")
    .select("workspace_id")
    .executeTakeFirstOrThrow();
  return {
    url,
    ...deskOf({ db, workspace }),
    kill: () => server.end("SIGKILL"),
    comeBack: async () => {
      server = await startServerProcess({ ...environment, RUNG_PORT: new URL(url).port });
    },
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await server.end("SIGTERM");
    },
  };
}
