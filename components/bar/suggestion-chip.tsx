interface SuggestionChipProps {
  /** The team's word, as its rule writes it. */
  word: string;
  /** What taking it does. */
  what: string;
  /** Why it is suggested, and by which keys it is taken or dismissed. */
  why: string;
  /** How many more there are behind it. */
  more: number;
  onTake: () => void;
  onDismiss: () => void;
}

/** One quiet suggestion; it does nothing until it is taken. */
export const SuggestionChip = ({ word, what, why, more, onTake, onDismiss }: SuggestionChipProps) => (
  <span className="suggestion">
    <button type="button" className="suggested" title={why} onClick={onTake}>
      <span className="cut">
        “<bdi>{word}</bdi>”: {what}
      </span>
      {more > 0 && <span className="number">+{more}</span>}
    </button>
    <button
      type="button"
      className="dismiss"
      aria-label={`Dismiss: ${word}`}
      title={`Not here: “${word}” is not suggested again in this conversation`}
      onClick={onDismiss}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M3 3 9 9M9 3 3 9" />
      </svg>
    </button>
  </span>
);
