import type { SpendAccount, SpendImported } from "#lib/contract.ts";
import { isSameAccount } from "#lib/domain/spend.ts";
import { planImport } from "#lib/domain/spend-ledger.ts";
import { uuidv7 } from "#lib/domain/uuid.ts";
import { RungError } from "#lib/errors.ts";
import { SpendFileError } from "#lib/spend/problem.ts";
import { readSpendFile } from "#lib/spend/read-spend-file.ts";
import { type SpendFile, summarise } from "#lib/spend/spend-file.ts";
import type { Store } from "./store.ts";

/** The ad account as its owner names it, with the zone that its days are in. */
export interface AccountNamed {
  name: string;
  timeZone: string;
}

/** Reads an export, or throws SpendFileError with every row that is wrong. */
export function readOrRefuse(csv: string): SpendFile {
  const reading = readSpendFile(csv);
  if (!reading.ok) throw new SpendFileError(reading.problems);
  return reading.file;
}

/**
 * Imports an export of ad spend in one transaction: all of it, or nothing. Throws SpendFileError, or RungError with
 * the reason that the account's rows give.
 */
export async function importSpend(store: Store, csv: string, named: AccountNamed): Promise<SpendImported> {
  const file = readOrRefuse(csv);
  const id = uuidv7(store.now(), store.random(10));
  const { db } = store;
  return db.transaction("rw", ["accounts", "spend", "cards"], async () => {
    const account = await accountNamed(store, named);
    const entries = await db.spend.where("account").equals(account.id).toArray();
    const held = entries.map(({ row }) => row);
    const plan = planImport(account, held, file);
    if (!plan.ok) throw new RungError(plan.reason, plan.sentence);
    const gone = new Set(plan.remove);
    await db.spend.bulkDelete(entries.filter(({ row }) => gone.has(row)).map(({ n }) => n));
    await db.spend.bulkAdd(plan.add.map((row) => ({ account: account.id, row })));
    const owner = { ...account, currency: account.currency ?? file.currency };
    await db.accounts.put(owner);
    const { replaced, unchanged } = plan;
    return { id, account: owner, summary: summarise(file), replaced, unchanged };
  });
}

async function accountNamed(
  { db, now, random }: Store,
  { name, timeZone }: AccountNamed,
): Promise<SpendAccount> {
  const known = (await db.accounts.toArray()).find((account) => isSameAccount(account.name, name));
  return known ?? { id: uuidv7(now(), random(10)), name: name.trim(), timeZone, currency: null };
}
