import { type KeyboardEvent, useLayoutEffect, useRef } from "react";

export interface MenuItem {
  id: string;
  label: string;
  /** A few words beside the label. */
  note?: string;
  pressed?: boolean;
  /** One of several that are ticked each by itself. */
  ticked?: boolean;
  disabled?: boolean;
  /** A few words at the end of the line. */
  aside?: string;
  /** It holds more items: the arrow inwards goes there. */
  opens?: boolean;
}

interface MenuProps {
  label: string;
  items: readonly MenuItem[];
  /** Digits 1 to 9 pick, and are shown. */
  digits: boolean;
  /** Takes the focus when it opens. */
  focused: boolean;
  onPick: (id: string) => void;
  /** The arrow outwards. */
  onOut?: (() => void) | undefined;
}

const isRightToLeft = (element: Element): boolean =>
  element.ownerDocument.defaultView?.getComputedStyle(element).direction === "rtl";

/** Which way an arrow goes where things lie within each other: in, out, or neither. */
export function depthOf({ key, currentTarget }: KeyboardEvent<Element>): "in" | "out" | null {
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  return (key === "ArrowRight") === isRightToLeft(currentTarget) ? "out" : "in";
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** A list of choices for mouse, arrows and digits. */
export function Menu({ label, items, digits, focused, onPick, onOut }: MenuProps) {
  const list = useRef<HTMLUListElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll<HTMLButtonElement>("button:enabled") ?? [])];

  // Before anything else is typed.
  useLayoutEffect(() => {
    if (focused) list.current?.querySelector<HTMLButtonElement>("button:enabled")?.focus();
  }, [focused]);

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const depth = depthOf(event);
    const opening = items.findIndex(({ opens }, index) => opens && buttons()[index]?.matches(":focus"));
    if (depth === "out") onOut?.();
    if (depth === "in" && items[opening]) onPick(items[opening].id);
    const step = STEPS[event.key];
    const digit = digits && !event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    const item = digit ? items[Number(digit) - 1] : undefined;
    if (step === undefined && !digit) return;
    event.preventDefault();
    event.stopPropagation();
    if (item && !item.disabled) onPick(item.id);
    if (step === undefined) return;
    const all = buttons();
    const at = all.findIndex((button) => button.matches(":focus"));
    all[(at + step + all.length) % all.length]?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys bubble from its buttons
    <ul className="menu" aria-label={label} ref={list} onKeyDown={press}>
      {items.map(({ id, label, note, pressed, ticked, disabled, aside, opens }, index) => (
        <li key={id}>
          <button
            type="button"
            aria-pressed={ticked ?? pressed}
            disabled={disabled}
            title={note}
            onClick={() => onPick(id)}
          >
            {ticked !== undefined && (
              <svg className="tick" viewBox="0 0 12 12" aria-hidden="true">
                <rect x="1" y="1" width="10" height="10" rx="2" />
                {ticked && <path d="M3.5 6.2 5.3 8 8.6 4.3" />}
              </svg>
            )}
            <bdi className="menu-label">{label}</bdi>
            {note !== undefined && <bdi className="menu-note">{note}</bdi>}
            {aside !== undefined && <span className="menu-aside">{aside}</span>}
            {opens && (
              <svg className="menu-opens" viewBox="0 0 12 12" aria-hidden="true">
                <path d="M4.5 2.5 8 6 4.5 9.5" />
              </svg>
            )}
            {digits && index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
          </button>
        </li>
      ))}
    </ul>
  );
}
