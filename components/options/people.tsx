import { useState } from "react";
import { moment } from "#components/scorecard/since.ts";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Toggle } from "#components/ui/toggle.tsx";
import type { Member, Role } from "#lib/domain/people.ts";
import type { Policy, PolicyChange } from "#lib/domain/policy.ts";
import { Confirm } from "./confirm.tsx";
import { type CodeMade, Invite } from "./invite.tsx";
import { ROLE_NAMES } from "./role-names.ts";
import { Section } from "./section.tsx";
import table from "./table.module.css";
import styles from "./people.module.css";

export interface PeopleActions {
  /** A code for somebody new, or for another device of who is there; a sentence where it was refused. */
  onInvite: (who: { name: string; role: Role; member?: string }) => Promise<CodeMade | string>;
  onRole: (member: string, role: Role) => void;
  onRemove: (member: string) => void;
  onRevoke: (device: string) => void;
  onPolicy: (change: PolicyChange) => void;
  onCopy: (text: string) => void;
}

export interface PeopleProps extends PeopleActions {
  /** Null while they are asked for. */
  people: readonly Member[] | null;
  /** Why they cannot be shown, in a sentence. */
  problem: string | null;
  /** The member who looks. */
  me: string;
  server: string;
  policy: Policy;
  now: number;
}

/** Who is in the team, on which devices, in which role; for administrators. */
export function People(props: PeopleProps) {
  const { people, problem, policy, onPolicy } = props;
  return (
    <Section
      id="people"
      title="People"
      about="Who is in the team and on which devices. Whoever is removed or revoked is refused at the next request; what they recorded stays."
    >
      {policy.figuresPerPerson === null ? (
        <Notice
          tone="warn"
          title="May managers see figures of each person?"
          step={
            <>
              <Button onPress={() => onPolicy({ figuresPerPerson: true })}>Yes, per person</Button>
              <Button onPress={() => onPolicy({ figuresPerPerson: false })}>No, the team alone</Button>
            </>
          }
        >
          Until you answer they do not. Every member is told the answer.
        </Notice>
      ) : (
        <Toggle
          label="Managers see figures of each person"
          hint="Every member is told, in the Team part of their options."
          on={policy.figuresPerPerson}
          onTurn={(on) => onPolicy({ figuresPerPerson: on })}
        />
      )}
      {problem !== null && <Notice tone="bad" title={problem} />}
      {people === null && problem === null && <p className={table.none}>Asking the server…</p>}
      {people !== null && <PeopleTable {...props} people={people} />}
      <Invite {...props} />
    </Section>
  );
}

const ROLES = Object.entries(ROLE_NAMES).map(([value, name]) => ({ value, name }));

function PeopleTable({
  people,
  me,
  now,
  onRole,
  onRemove,
  onRevoke,
}: PeopleProps & { people: readonly Member[] }) {
  const [isAll, setAll] = useState(false);
  const gone = people.filter(({ removedAt }) => removedAt !== null).length;
  return (
    <>
      <table className={`${table.table} ${styles.people}`}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Role</th>
            <th scope="col">Devices</th>
            <th scope="col">
              <span className="spoken">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {people
            .filter(({ removedAt }) => isAll || removedAt === null)
            .map(({ id, name, role, removedAt, devices }) => (
              <tr key={id}>
                <th scope="row">
                  {name} {id === me && <small>you</small>}
                </th>
                <td className={styles.role}>
                  {removedAt !== null ? (
                    `Left ${moment(removedAt, now)}`
                  ) : id === me ? (
                    ROLE_NAMES[role]
                  ) : (
                    <Choice
                      label={`Role of ${name}`}
                      value={role}
                      options={ROLES}
                      // safe because: the options are the roles.
                      onChoose={(chosen) => onRole(id, chosen as Role)}
                    />
                  )}
                </td>
                <td>
                  {devices.length === 0 && <span className={table.none}>none</span>}
                  {devices.map((device) => (
                    <div key={device.id} className={styles.device}>
                      <span>
                        {device.name} <small>since {moment(device.since, now)}</small>
                      </span>
                      <Confirm
                        ask="Revoke"
                        sentence={`Revoke ${name}'s ${device.name}? Its next request is refused; what it has not sent stays on it.`}
                        yes="Revoke this device"
                        onYes={() => onRevoke(device.id)}
                      />
                    </div>
                  ))}
                </td>
                <td className={table.act}>
                  {removedAt === null && id !== me && (
                    <Confirm
                      ask="Remove"
                      sentence={`Remove ${name} from the team? All their devices are refused; what they recorded stays.`}
                      yes={`Remove ${name}`}
                      onYes={() => onRemove(id)}
                    />
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {gone > 0 && (
        <div>
          <Button look="quiet" onPress={() => setAll(!isAll)}>
            {isAll ? "Hide those who left" : `Show ${gone} who left`}
          </Button>
        </div>
      )}
    </>
  );
}
