import { cx } from "#test/business-suite/style/atomic.ts";

/** Strokes on a 20 px grid. */
const PATHS = {
  home: "M3 9.5 10 3.5l7 6V17h-4.5v-5h-5v5H3z",
  bell: "M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5.5-1.5 5.5h12s-1.500-1.500-1.500-5.500A4.500 4.500 0 0 0 10 3zM8.500 16a1.700 1.700 0 0 0 3 0",
  inbox: "M3.500 4.500h13v9h-6.500L6.500 16.500v-3h-3z",
  ads: "M4 8v4h3l7 3.500v-11L7 8zM16.500 8.500v3",
  planner: "M4 5h12v11H4zM4 8.500h12M7.500 3v3M12.500 3v3",
  insights: "M4 16V9.500M8 16V5M12 16v-8M16 16V3.500",
  menu: "M3.500 6h13M3.500 10h13M3.500 14h13",
  search: "M9 4a5 5 0 1 0 0 10A5 5 0 0 0 9 4zM13 13l3.500 3.500",
  attach:
    "M14.500 9.500 9.700 14.300a3.200 3.200 0 0 1-4.500-4.500l5.300-5.300a2.100 2.100 0 0 1 3 3l-5.200 5.200a1 1 0 0 1-1.500-1.500l4.700-4.700",
  reply: "M4 5h12v8h-5l-3.500 3v-3H4zM7 8h6M7 10.500h4",
  smile:
    "M10 3.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM7.500 11.500a3 3 0 0 0 5 0M7.800 8v.5M12.200 8v.5",
  send: "M3.500 10 16.500 4l-3.500 12-3-5z",
  like: "M6.500 9 9 3.500c1.500 0 2 1 1.700 2.500L10.300 8H15c1 0 1.500.8 1.300 1.700l-1.100 5c-.2.800-.8 1.300-1.600 1.300H6.500zM3.500 9h3v7h-3z",
  more: "M5 10h.1M10 10h.1M15 10h.1",
  done: "M4 10.500 8 14.500 16 6",
  flag: "M5 17V4h9l-2 3 2 3H5",
  chevron: "M6 8l4 4 4-4",
  panel: "M3.500 4.500h13v11h-13zM12 4.500v11",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden="true"
      className={cx(
        "display:block;flex:none;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round",
      )}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
