import { Fragment } from "react";

interface WhyListProps {
  /** What is counted, in a sentence, and the way to its deadline; one part a clock. */
  parts: readonly { lead: string; lines: readonly { at: string; text: string }[] }[];
  /** What else bears on it. */
  notes: readonly string[];
}

/** How each deadline came about, in the order of time. */
export function WhyList({ parts, notes }: WhyListProps) {
  return (
    <div className="prose">
      {parts.map(({ lead, lines }) => (
        <Fragment key={lead}>
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
        </Fragment>
      ))}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
