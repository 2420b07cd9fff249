import { Button } from "#components/ui/button.tsx";
import styles from "./undo-line.module.css";

/** While what was saved has everything counted anew. */
export const CountingLine = () => (
  <div className={styles.line}>
    <output>
      Saving. All figures are counted anew; until then reports show the old ones. Go on meanwhile.
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
