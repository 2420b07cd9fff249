import { z } from "zod";
import {
  AuditPage,
  DataExport,
  Erased,
  Member,
  PairingMade,
  type PairingRequest,
  Policy,
  type PolicyChange,
} from "#lib/contract.ts";
import type { Call } from "./exchange.ts";
import { PATHS } from "./paths.ts";

type AdminCall<Body> = Omit<Call<Body>, "server" | "token">;

/** What administrators ask of a team's server. */
export const people: AdminCall<Member[]> = { path: PATHS.members, answer: z.array(Member) };

export const invite = (body: PairingRequest): AdminCall<PairingMade> => ({
  path: PATHS.pairings,
  method: "POST",
  body,
  answer: PairingMade,
});

export const changeRole = ({
  member,
  role,
}: {
  member: string;
  role: Member["role"];
}): AdminCall<undefined> => ({
  path: `${PATHS.members}/${member}/role`,
  method: "PUT",
  body: { role },
  answer: z.undefined(),
});

export const removeMember = ({ member }: { member: string }): AdminCall<undefined> => ({
  path: `${PATHS.members}/${member}`,
  method: "DELETE",
  answer: z.undefined(),
});

export const revokeDevice = ({ device }: { device: string }): AdminCall<undefined> => ({
  path: `${PATHS.devices}/${device}`,
  method: "DELETE",
  answer: z.undefined(),
});

export const savePolicy = (body: PolicyChange): AdminCall<Policy> => ({
  path: PATHS.policy,
  method: "PUT",
  body,
  answer: Policy,
});

export const audit = (before: number | null): AdminCall<AuditPage> => ({
  path: before === null ? PATHS.audit : `${PATHS.audit}?before=${before}`,
  answer: AuditPage,
});

export const exports: AdminCall<DataExport[]> = { path: PATHS.exports, answer: z.array(DataExport) };
export const askExport: AdminCall<DataExport> = { path: PATHS.exports, method: "POST", answer: DataExport };

/** The answer is for the person to read, not for us: it is kept as it came. */
export const PersonFile = z.looseObject({ threads: z.array(z.unknown()) });
export type PersonFile = z.infer<typeof PersonFile>;

export const exportPerson = (body: { person: string }): AdminCall<PersonFile> => ({
  path: PATHS.personExports,
  method: "POST",
  body,
  answer: PersonFile,
});

export const erasePerson = (body: { person: string }): AdminCall<Erased> => ({
  path: PATHS.erasures,
  method: "POST",
  body,
  answer: Erased,
});
