import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Audit } from "#components/options/audit.tsx";
import { CustomerData } from "#components/options/customer-data.tsx";
import { People } from "#components/options/people.tsx";
import { useNow } from "#components/ui/use-now.ts";
import { ask } from "#lib/ask.ts";
import type { PolicyChange } from "#lib/contract.ts";
import type { Membership, Outcomed } from "#lib/messages.ts";
import { audit, dataExports, people } from "#lib/queries.ts";
import { save } from "./export.ts";
import type { Done } from "./use-settings.ts";

interface AdminProps {
  membership: Membership;
  tell: (done: Done) => void;
  again: () => void;
}

const sentenceOf = (error: Error | null): string | null => error?.message ?? null;

/** Does one thing and says in a line what became of it. */
const doing =
  ({ tell, again }: Pick<AdminProps, "tell" | "again">) =>
  async (work: Promise<Outcomed<unknown>>, words: string) => {
    const done = await work;
    tell({ words: done.ok ? words : done.sentence, undo: null });
    again();
  };

export function PeoplePart({ membership, tell, again }: AdminProps) {
  const now = useNow();
  const { data = null, error } = useQuery(people);
  const act = doing({ tell, again });
  const { member, server, policy } = membership;
  return (
    <People
      people={data}
      problem={sentenceOf(error)}
      me={member}
      server={server}
      policy={policy}
      now={now}
      onInvite={async (who) => {
        const made = await ask("invite", who);
        return made.ok ? made.value : made.sentence;
      }}
      onRole={(of, role) => void act(ask("changeRole", { member: of, role }), "The role is changed.")}
      onRemove={(of) => void act(ask("removeMember", { member: of }), "Removed from the team.")}
      onRevoke={(device) => void act(ask("revokeDevice", { device }), "The device is revoked.")}
      onPolicy={(change) => void act(ask("savePolicy", change), policyWords(change))}
      onCopy={(text) =>
        void navigator.clipboard.writeText(text).then(() => tell({ words: "Copied.", undo: null }))
      }
    />
  );
}

function policyWords({ figuresPerPerson, retentionDays }: PolicyChange): string {
  if (figuresPerPerson !== undefined)
    return `Managers ${figuresPerPerson ? "see" : "do not see"} figures of each person. Everybody is told.`;
  return retentionDays === null
    ? "Nobody is forgotten by age."
    : `Customers silent for ${retentionDays} days are forgotten.`;
}

export function DataPart({ membership, tell, again }: AdminProps) {
  const now = useNow();
  const { data: exports = [], error } = useQuery(dataExports);
  const act = doing({ tell, again });
  return (
    <CustomerData
      retentionDays={membership.policy.retentionDays}
      exports={exports}
      problem={sentenceOf(error)}
      server={membership.server}
      now={now}
      onRetention={(retentionDays) =>
        void act(ask("savePolicy", { retentionDays }), policyWords({ retentionDays }))
      }
      onExport={() => void act(ask("askExport", undefined), "The server writes the file.")}
      onExportPerson={async (person) => {
        const answer = await ask("exportPerson", { person });
        if (!answer.ok) return answer.sentence;
        const text = JSON.stringify(answer.value, null, 2);
        save(new Blob([text], { type: "application/json" }), "rung-person.json");
        return answer.value.threads.length;
      }}
      onErasePerson={async (person) => {
        const answer = await ask("erasePerson", { person });
        again();
        return answer.ok ? answer.value : answer.sentence;
      }}
    />
  );
}

export function AuditPart() {
  const now = useNow();
  const [before, setBefore] = useState<number | null>(null);
  const { data = null, error } = useQuery(audit(before));
  const { data: everybody = [] } = useQuery(people);
  return (
    <Audit
      page={data}
      problem={sentenceOf(error)}
      names={Object.fromEntries(everybody.map(({ id, name }) => [id, name]))}
      now={now}
      isNewest={before === null}
      onOlder={setBefore}
      onNewest={() => setBefore(null)}
    />
  );
}
