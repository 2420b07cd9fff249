interface HealthDotProps {
  /** What is wrong, in words; empty when all is well. */
  problems: readonly string[];
  onOpen: () => void;
}

/** A dot that is round and green when all was found, and says how many things were not. */
export function HealthDot({ problems, onOpen }: HealthDotProps) {
  const isWell = problems.length === 0;
  const title = isWell ? "Everything on this page was found" : problems.join(" ");
  return (
    <button
      type="button"
      className="health"
      data-well={isWell}
      aria-label={title}
      title={title}
      onClick={onOpen}
    >
      <span className="dot" />
      {!isWell && <b className="number">{problems.length}</b>}
    </button>
  );
}
