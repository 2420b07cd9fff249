import { Temporal as polyfill } from "temporal-polyfill";

/** Temporal: the browser's or Node's own where there is one, the polyfill where not. */
export const Temporal: typeof polyfill = (globalThis as { Temporal?: typeof polyfill }).Temporal ?? polyfill;
