import { MACRO_PROBLEMS, type Piece } from "#lib/domain/macro.ts";
import styles from "./macros.module.css";

/** How a macro reads with sample values; what cannot be filled stands in red. */
export const MacroPreview = ({ pieces }: { pieces: readonly Piece[] }) => (
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
  </section>
);
