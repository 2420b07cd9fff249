const RADIUS = 6;
const LENGTH = 2 * Math.PI * RADIUS;

/** A ring of which `share` (0 to 1) is left. */
export function Ring({ share }: { share: number }) {
  const full = Math.min(1, Math.max(0, share));
  return (
    <svg className="ring" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r={RADIUS} />
      <circle
        cx="8"
        cy="8"
        r={RADIUS}
        className="ring-share"
        strokeDasharray={`${full * LENGTH} ${LENGTH}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}
