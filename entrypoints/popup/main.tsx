import "#components/theme.css";
import { ask } from "#lib/ask.ts";

// While the page's own code is read, the background looks up what was shown last time.
const held = ask("scorecard", { range: "last_30", by: "none", cached: true });
// Asked again by the page where it fails.
held.catch(() => {});
void import("./draw.tsx").then(({ draw }) => draw(held));
