const SIGNS = {
  check: "M2 6.5 4.8 9.2 10 3",
  back: "M4.5 2 1.5 5l3 3M2 5h5.5a3 3 0 0 1 0 6H5",
  flag: "M3 11V1.5M3 2h6.5L8 4.5 9.5 7H3",
} as const;

interface SignButtonProps {
  sign: keyof typeof SIGNS;
  name: string;
  /** The keys that do the same. */
  keys: string;
  isPressed: boolean;
  /** Words beside the sign, where there is something to say. */
  text?: string;
  tone?: "soon";
  /** What it opens is open; left out where it opens nothing. */
  isOpen?: boolean;
  onPress: () => void;
}

/** A small button of one sign; its name and keys are in its title. */
export function SignButton({ sign, name, keys, isPressed, text, tone, isOpen, onPress }: SignButtonProps) {
  return (
    <button
      type="button"
      className={`button sign ${tone ?? ""}`}
      aria-label={text === undefined ? name : `${name}: ${text}`}
      aria-pressed={isPressed}
      aria-keyshortcuts={keys}
      aria-haspopup={isOpen === undefined ? undefined : "dialog"}
      aria-expanded={isOpen}
      title={`${text === undefined ? name : `${name}: ${text}`} (${keys})`}
      onClick={onPress}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={SIGNS[sign]} />
      </svg>
      {text !== undefined && <span className="cut">{text}</span>}
    </button>
  );
}
