/** Something touched a row's hidden actions: on the real page a customer would now be gone from the list. */
export interface Violation {
  type: string;
  /** The label of the action, or "grid" beside the buttons. */
  action: string;
  thread: string;
  /** False: an event that a script made. */
  trusted: boolean;
  at: number;
}

const KEY = "suite/violations";

// safe because only recordViolation writes under this key
const asViolations = (value: unknown): Violation[] => value as Violation[];

/** All violations since the profile was made; they outlive a reload, so that none is missed. */
export const readViolations = (): Violation[] => asViolations(JSON.parse(localStorage.getItem(KEY) ?? "[]"));

export function recordViolation(violation: Violation): void {
  localStorage.setItem(KEY, JSON.stringify([...readViolations(), violation]));
}

export const forgetViolations = (): void => localStorage.removeItem(KEY);
