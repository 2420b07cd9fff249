import { Button } from "#components/ui/button.tsx";
import styles from "./undo-line.module.css";

/** One line for what just happened, with its undo. */
export const UndoLine = ({ words, onUndo }: { words: string; onUndo: (() => void) | null }) => (
  <output className={styles.line}>
    <span>{words}</span>
    {onUndo !== null && (
      <Button look="quiet" onPress={onUndo}>
        Undo
      </Button>
    )}
  </output>
);
