import { MACRO_PROBLEMS, type Piece } from "#lib/domain/macro.ts";
import type { MacroAction } from "#lib/domain/settings.ts";
import { actionsWords } from "#lib/domain/action-words.ts";
import styles from "./macros.module.css";

interface MacroPreviewProps {
  pieces: readonly Piece[];
  actions: readonly MacroAction[];
}

/** How a macro reads with sample values, what cannot be filled in red, and what it does besides. */
export const MacroPreview = ({ pieces, actions }: MacroPreviewProps) => (
  <section className={styles.preview} aria-label="Preview">
    <h3>Preview</h3>
    {pieces.length === 0 ? (
      <p>What the customer would read stands here.</p>
    ) : (
      <output dir="auto">
        {pieces.map((piece, index) =>
          piece.kind === "text" ? (
            // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text stand in its order
            <span key={index}>{piece.text}</span>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text stand in its order
            <mark key={index} title={MACRO_PROBLEMS[piece.problem]}>
              {piece.source}
            </mark>
          ),
        )}
      </output>
    )}
    {actions.length > 0 && <p>Then: {actionsWords(actions)}</p>}
  </section>
);
