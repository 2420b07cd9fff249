import "#components/theme.css";
import "#components/ui/page.css";
import { createRoot } from "react-dom/client";
import { QueueList } from "#components/queue/queue-list.tsx";
import { startClock } from "#entrypoints/sidepanel/clock.ts";
import { itemOf } from "#entrypoints/sidepanel/items.ts";
import { entriesAt } from "#test/bench/queue-entries.ts";

const nothing = () => undefined;

/** The side panel's queue of 500, drawn into an empty page. */
const holder = document.createElement("div");
document.body.append(holder);
createRoot(holder).render(
  <QueueList items={entriesAt(Date.now()).map(itemOf)} clock={startClock()} opened={null} onOpen={nothing} />,
);
