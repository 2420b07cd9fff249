import { useQuery } from "@tanstack/react-query";
import { said } from "#lib/queries.ts";
import { figuresWords } from "./policy-words.ts";
import styles from "./policy-line.module.css";

/** Tells whoever looks at figures whether managers see theirs; nothing alone. */
export function PolicyLine() {
  const { data: membership = null } = useQuery(said("membership"));
  return membership && <p className={styles.line}>{figuresWords(membership.policy)}</p>;
}
