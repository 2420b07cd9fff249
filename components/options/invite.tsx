import { type FormEvent, useState } from "react";
import { moment } from "#components/scorecard/since.ts";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Member, Role } from "#lib/domain/people.ts";
import type { PeopleProps } from "./people.tsx";
import { ROLE_NAMES } from "./role-names.ts";
import styles from "./people.module.css";

const SOMEBODY_NEW = "";

/** A code that was made, for whom, and until when it works (epoch ms). */
export interface CodeMade {
  code: string;
  expiresAt: number;
  member: { name: string; role: Role };
}

/** A code that pairs one device: of somebody new, or one more of who is there. It is shown once. */
export function Invite({ people, server, now, onInvite, onCopy }: PeopleProps) {
  const [member, setMember] = useState(SOMEBODY_NEW);
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("rep");
  const [made, setMade] = useState<CodeMade | null>(null);
  const [problem, setProblem] = useState<string | undefined>();
  const here = (people ?? []).filter(({ removedAt }) => removedAt === null);
  const invite = async (event: FormEvent) => {
    event.preventDefault();
    setMade(null);
    const known = here.find(({ id }) => id === member);
    if (!known && name.trim() === "") {
      setProblem("Type the name of the person.");
      return;
    }
    const answer = await onInvite(whoOf(known, name, role));
    setProblem(typeof answer === "string" ? answer : undefined);
    if (typeof answer === "string") return;
    setMade(answer);
    setName("");
  };
  return (
    <>
      <h3>Invite a device</h3>
      <form className={styles.invite} onSubmit={(event) => void invite(event)}>
        <Choice
          label="For"
          value={member}
          options={[
            { value: SOMEBODY_NEW, name: "Somebody new" },
            ...here.map((one) => ({ value: one.id, name: `${one.name}, another device` })),
          ]}
          onChoose={setMember}
        />
        {member === SOMEBODY_NEW && (
          <>
            <Field
              label="Name of the person"
              value={name}
              maxLength={100}
              onText={setName}
              problem={problem}
            />
            <Choice
              label="Role"
              value={role}
              options={Object.entries(ROLE_NAMES).map(([value, said]) => ({ value, name: said }))}
              // safe because: the options are the roles.
              onChoose={(chosen) => setRole(chosen as Role)}
            />
          </>
        )}
        <Button look="main">Make a code</Button>
      </form>
      {problem !== undefined && member !== SOMEBODY_NEW && <Notice tone="bad" title={problem} />}
      {made && (
        <Notice
          tone="calm"
          title={<output className={styles.code}>{made.code}</output>}
          step={<Button onPress={() => onCopy(made.code)}>Copy the code</Button>}
        >
          For {made.member.name} ({ROLE_NAMES[made.member.role]}), once, until {moment(made.expiresAt, now)}.
          It is not shown again. They type it into these options, with the address {server}.
        </Notice>
      )}
    </>
  );
}

const whoOf = (known: Member | undefined, name: string, role: Role) =>
  known ? { name: known.name, role: known.role, member: known.id } : { name: name.trim(), role };
