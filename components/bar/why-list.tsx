interface WhyListProps {
  /** What is counted, in a sentence. */
  lead: string;
  lines: readonly { at: string; text: string }[];
  /** What else bears on it. */
  notes: readonly string[];
}

/** How a deadline came about, in the order of time. */
export function WhyList({ lead, lines, notes }: WhyListProps) {
  return (
    <div className="prose">
      <p>{lead}</p>
      {lines.length > 0 && (
        <ol className="why">
          {lines.map(({ at, text }) => (
            <li key={at + text}>
              <b className="number">{at}</b>
              <span>{text}</span>
            </li>
          ))}
        </ol>
      )}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
