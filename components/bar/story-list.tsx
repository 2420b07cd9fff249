interface StoryListProps {
  lines: readonly { id: string; when: string; what: string; by: string; isGone: boolean }[];
}

/** What was done with a conversation, the latest first. */
export const StoryList = ({ lines }: StoryListProps) => (
  <ol className="story" aria-label="History">
    {lines.map(({ id, when, what, by, isGone }) => (
      <li key={id}>
        <time>{when}</time>
        <span>
          {isGone ? <s dir="auto">{what}</s> : <span dir="auto">{what}</span>}
          {by !== "" && <small dir="auto"> {by}</small>}
        </span>
      </li>
    ))}
  </ol>
);
