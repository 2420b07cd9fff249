interface KeyListProps {
  lead: string;
  keys: readonly { name: string; keys: string }[];
}

/** Every key and what it does. */
export function KeyList({ lead, keys }: KeyListProps) {
  return (
    <div className="keys">
      <p>{lead}</p>
      <dl>
        {keys.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <kbd>{keys}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
