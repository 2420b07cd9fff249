import { useState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { Confirm } from "./confirm.tsx";
import { PersonField } from "./person-field.tsx";
import styles from "./table.module.css";

interface OnePersonHereProps {
  /** Gives how many of their threads were known here. */
  onErasePerson: (person: string) => Promise<number>;
}

const ID = /^[\w.:@$-]{1,120}$/;

/** One customer forgotten in this browser: their name, tags, notes and times. */
export function OnePersonHere({ onErasePerson }: OnePersonHereProps) {
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState<string | null>(null);
  const person = typed.trim();
  const erase = async () => {
    setSaid(erased(await onErasePerson(person)));
    setTyped("");
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
      {said !== null && <Notice tone="calm" title={said} />}
      <div className={styles.steps}>
        <Confirm
          ask="Erase here"
          disabled={!ID.test(person)}
          sentence={`Forget ${person} in this browser? What was not sent yet is lost; what was sent stays with your team, whose administrators can erase it everywhere. This cannot be undone.`}
          yes="Erase here"
          onYes={() => void erase()}
        />
      </div>
    </>
  );
}

const erased = (threads: number): string =>
  threads === 0
    ? "Nothing of this customer was stored here."
    : `Forgotten here: ${threads === 1 ? "one conversation thread" : `${threads} conversation threads`}.`;
