import { Button } from "#components/ui/button.tsx";
import styles from "./first-steps.module.css";

export interface FirstStepsProps {
  /** The keys of the five outcomes: "1 to 5". */
  outcomeKeys: string;
  onOpenInbox: () => void;
  onImport: () => void;
  onWalk: () => void;
}

/** Before anything is known: what to do first. */
export const FirstSteps = ({ outcomeKeys, onOpenInbox, onImport, onWalk }: FirstStepsProps) => (
  <section className={styles.steps}>
    <h2>Start with one conversation</h2>
    <ol>
      <li>
        Open the Meta inbox and say that Rung counts your Page. Then tag what a conversation became, by a
        click or with Alt+Shift+{outcomeKeys}.
      </li>
      <li>Import what the ads cost, as Ads Manager exports it.</li>
      <li>Come back here: this is where you read what a qualified conversation costs.</li>
    </ol>
    <div>
      <Button look="main" onPress={onOpenInbox}>
        Open the inbox
      </Button>
      <Button onPress={onImport}>Import spend</Button>
      <Button onPress={onWalk}>Tag earlier conversations</Button>
    </div>
  </section>
);
