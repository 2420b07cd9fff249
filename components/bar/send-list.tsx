interface SendListProps {
  lines: readonly { name: string; state: string; answer: string; why: string }[];
}

/** Each way to write: whether it is open, until when, and why. */
export function SendList({ lines }: SendListProps) {
  return (
    <dl className="sends">
      {lines.map(({ name, state, answer, why }) => (
        <div key={name} data-state={state}>
          <dt>{name}</dt>
          <dd>
            <b>{answer}</b>
            <span>{why}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
