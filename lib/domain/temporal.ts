/** Temporal: the browser's or Node's own where there is one; the package itself falls back to its own where not. */
export { Temporal } from "temporal-polyfill";
