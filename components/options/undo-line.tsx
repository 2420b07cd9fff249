import { Button } from "#components/ui/button.tsx";
import styles from "./undo-line.module.css";

/** While what was saved has everything counted anew. */
export const CountingLine = () => (
  <div className={styles.line}>
    <output>
      Saving: all figures are counted anew by this. Go on meanwhile; reports show what was until then.
    </output>
    <progress aria-label="Counting anew" />
  </div>
);

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
