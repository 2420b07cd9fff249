import "#components/theme.css";
import "#components/ui/page.css";
import { drawPage } from "#lib/draw-page.tsx";
import { App } from "./app.tsx";
import { startClock } from "./clock.ts";

drawPage(<App clock={startClock()} />);
