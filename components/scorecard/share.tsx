import styles from "./share.module.css";

export interface ShareProps {
  hits: number;
  of: number;
  /** Of the hits, those too young to be final: drawn hollow. */
  young: number;
  isHatched?: boolean;
}

/** A share drawn, solid and then hollow. For the eye: the words beside it say the same. */
export function Share({ hits, of, young, isHatched = false }: ShareProps) {
  const part = (n: number) => (of === 0 ? "0%" : `${(Math.min(n, of) / of) * 100}%`);
  return (
    <span className={`${styles.share} ${isHatched ? styles.hatched : ""}`} aria-hidden="true">
      {hits > 0 && <i className={styles.hollow} style={{ inlineSize: part(hits) }} />}
      {hits > young && <i style={{ inlineSize: part(hits - young) }} />}
    </span>
  );
}
