import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import styles from "./confirm.module.css";

export interface ConfirmProps {
  /** The words on the button that asks. */
  ask: string;
  /** What happens, in a sentence. */
  sentence: string;
  yes: string;
  onYes: () => void;
  disabled?: boolean;
}

/** A step that cannot be undone: asked once more, in place. */
export function Confirm({ ask, sentence, yes, onYes, disabled = false }: ConfirmProps) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <Button disabled={disabled} onPress={() => setAsked(true)}>
        {ask}
      </Button>
    );
  const answer = (agreed: boolean) => {
    setAsked(false);
    if (agreed) onYes();
  };
  return (
    <fieldset className={styles.confirm}>
      <legend>{sentence}</legend>
      <Button look="bad" onPress={() => answer(true)}>
        {yes}
      </Button>
      <Button onPress={() => answer(false)}>Keep it as it is</Button>
    </fieldset>
  );
}
