import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { moment } from "#components/scorecard/since.ts";
import { figuresWords } from "#components/workspace/policy-words.ts";
import type { Policy } from "#lib/domain/policy.ts";
import type { PairedLink } from "#lib/queries.ts";
import { Confirm } from "./confirm.tsx";
import { type PairActions, PairForm } from "./pair-form.tsx";
import { Section } from "./section.tsx";
import styles from "./team.module.css";

/** One pairing as the options show it. */
export interface TeamShown {
  id: string;
  link: PairedLink;
  /** What its administrators decided for everybody. */
  policy: Policy | null;
  /** The browser lets the extension reach the server; it can be taken back at any time. */
  mayReach: boolean;
}

export interface TeamProps extends PairActions {
  workspaces: readonly TeamShown[];
  now: number;
  onAllow: (server: string) => void;
  onUnpair: (workspace: string) => void;
  onSync: () => void;
}

/** Pairing with teams' servers, and leaving them. */
export function Team(props: TeamProps) {
  const { workspaces } = props;
  const [isAdding, setIsAdding] = useState(false);
  const isOpen = isAdding || workspaces.every(({ link }) => link.state === "revoked");
  const pair: PairActions["onPair"] = async (asked) => {
    const problem = await props.onPair(asked);
    if (problem === null) setIsAdding(false);
    return problem;
  };
  return (
    <Section
      id="team"
      title="Team"
      about="Paired with a team's server, tags from every device count together, and managers read what they cost. Without one everything stays in this browser and works alone."
    >
      {workspaces.map((shown) => (
        <Paired key={shown.id} {...props} shown={shown} />
      ))}
      {isOpen ? (
        <PairForm {...props} onPair={pair} />
      ) : (
        <div>
          <Button onPress={() => setIsAdding(true)}>Pair with another team</Button>
        </div>
      )}
    </Section>
  );
}

function Paired({ shown, now, onAllow, onUnpair, onSync }: TeamProps & { shown: TeamShown }) {
  const { id, link, policy, mayReach } = shown;
  return (
    <>
      {!mayReach && (
        <Notice
          tone="bad"
          title={`The browser does not let Rung reach ${link.server}`}
          step={
            <Button look="main" onPress={() => onAllow(link.server)}>
              Allow it
            </Button>
          }
        >
          Nothing is lost: what waits is sent once it may.
        </Notice>
      )}
      <Notice
        tone={link.state === "online" ? "calm" : link.state === "offline" ? "warn" : "bad"}
        title={`${link.workspace}, as ${link.role}`}
        step={
          <>
            {link.state !== "revoked" && <Button onPress={onSync}>Sync now</Button>}
            <Confirm
              ask="Unpair"
              sentence={`Unpair from ${link.workspace}? What was sent stays there; tagging goes on in this browser.`}
              yes="Unpair"
              onYes={() => onUnpair(id)}
            />
          </>
        }
      >
        <p>{link.server}</p>
        <p>{stateWords(link, now)}</p>
        {link.state === "online" && link.reading && (
          <progress
            className={styles.progress}
            aria-label="Read of the team's log"
            max={link.reading.total}
            value={link.reading.done}
          />
        )}
        {policy && <p>{policyWords(policy)}</p>}
      </Notice>
    </>
  );
}

function policyWords(policy: Policy): string {
  const { retentionDays } = policy;
  return retentionDays === null
    ? figuresWords(policy)
    : `${figuresWords(policy)} Customers are forgotten after ${retentionDays} days of silence, here too.`;
}

const count = new Intl.NumberFormat("en");

function stateWords(link: PairedLink, now: number): string {
  const waiting = link.pending === 0 ? "Everything is sent." : `${link.pending} waiting to be sent.`;
  if (link.state === "offline") return `Offline since ${moment(link.since, now)}: ${link.problem} ${waiting}`;
  if (link.state === "revoked")
    return `This device was unpaired by the team on ${moment(link.since, now)}. Pair it again with a new code; ${link.pending} wait.`;
  if (link.reading)
    return `Reading the team's log: ${count.format(link.reading.done)} of ${count.format(link.reading.total)} entries. It goes on by itself, also after a restart. ${waiting}`;
  return link.lastSyncAt === null
    ? waiting
    : `Connected, last at ${moment(link.lastSyncAt, now)}. ${waiting}`;
}
