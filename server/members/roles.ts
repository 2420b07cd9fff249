import type { Role } from "#lib/contract.ts";
import type { Context } from "#server/context.ts";
import { Forbidden } from "#server/errors.ts";

const EVERYONE: readonly Role[] = ["rep", "support", "manager", "admin"];
const MANAGERS: readonly Role[] = ["manager", "admin"];
const ADMINS: readonly Role[] = ["admin"];

/** Who may do what (definitions, Roles): the only such table. */
export const RIGHTS = {
  tag: { roles: EVERYONE, sentence: "" },
  seeRates: { roles: EVERYONE, sentence: "" },
  seeMoney: { roles: MANAGERS, sentence: "Costs and revenue are for managers and administrators." },
  seePeople: { roles: MANAGERS, sentence: "Figures of each person are for managers and administrators." },
  changeOthers: {
    roles: MANAGERS,
    sentence: "A colleague recorded this: ask a manager to withdraw or correct it.",
  },
  spend: { roles: MANAGERS, sentence: "Spend is imported by managers and administrators." },
  sales: { roles: MANAGERS, sentence: "Sales are imported by managers and administrators." },
  settings: { roles: MANAGERS, sentence: "Settings are changed by managers and administrators." },
  people: { roles: ADMINS, sentence: "People and devices are managed by administrators." },
  data: { roles: ADMINS, sentence: "Erasure, export and backups are for administrators." },
  policy: {
    roles: ADMINS,
    sentence: "For how long customers are known, and who sees whose figures, is decided by administrators.",
  },
  anchors: {
    roles: ADMINS,
    sentence: "Where Rung looks on Meta's page is said by administrators.",
  },
  pages: {
    roles: ADMINS,
    sentence: "An administrator says which Pages are counted: ask one to answer for this Page.",
  },
} as const satisfies Record<string, { roles: readonly Role[]; sentence: string }>;
export type Right = keyof typeof RIGHTS;

export const may = (role: Role, right: Right): boolean => RIGHTS[right].roles.includes(role);

/** Throws Forbidden, with a sentence that says whom to ask, unless the role has the right. */
export function demand({ role }: Pick<Context, "role">, right: Right): void {
  if (!may(role, right)) throw new Forbidden(RIGHTS[right].sentence);
}
