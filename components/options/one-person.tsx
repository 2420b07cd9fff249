import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Erased } from "#lib/domain/erasure.ts";
import { Confirm } from "./confirm.tsx";
import { PersonField } from "./person-field.tsx";
import styles from "./table.module.css";

export interface OnePersonProps {
  /** Saves a file of all that is known; gives how many threads that was, or why not in a sentence. */
  onExportPerson: (person: string) => Promise<number | string>;
  onErasePerson: (person: string) => Promise<Erased | string>;
}

interface Said {
  tone: "calm" | "bad";
  words: string;
}

/** What one customer may ask for: to read what is known of them, and to be forgotten. */
export function OnePerson({ onExportPerson, onErasePerson }: OnePersonProps) {
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState<Said | null>(null);
  const person = typed.trim();
  const show = async () => {
    const answer = await onExportPerson(person);
    setSaid(
      typeof answer === "string" ? { tone: "bad", words: answer } : { tone: "calm", words: exported(answer) },
    );
  };
  const erase = async () => {
    const answer = await onErasePerson(person);
    setSaid(
      typeof answer === "string" ? { tone: "bad", words: answer } : { tone: "calm", words: erased(answer) },
    );
    if (typeof answer !== "string") setTyped("");
  };
  return (
    <>
      <PersonField
        value={typed}
        onText={(text) => {
          setTyped(text);
          setSaid(null);
        }}
      />
      {said && <Notice tone={said.tone} title={said.words} />}
      <div className={styles.steps}>
        <Button disabled={person === ""} onPress={() => void show()}>
          Export as JSON
        </Button>
        <Confirm
          ask="Erase this person"
          disabled={person === ""}
          sentence={`Forget ${person} on the server, and on every device when it next comes? Figures stay; later messages of this person are refused. This cannot be undone.`}
          yes="Erase this person"
          onYes={() => void erase()}
        />
      </div>
    </>
  );
}

const exported = (threads: number): string =>
  threads === 0
    ? "Nothing is known of this person; the file says so."
    : `Saved what is known of ${threads === 1 ? "one conversation thread" : `${threads} conversation threads`}.`;

const erased = ({ threads, events }: Erased): string =>
  threads === 0
    ? "Nothing was known here. Devices that hold something forget it when they next come."
    : `Forgotten: ${events} events. Devices forget when they next come; keep the id out of older backups.`;
