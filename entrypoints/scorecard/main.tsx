import "#components/theme.css";
import "#components/ui/page.css";
import "#components/scorecard/page.css";
import "#components/options/page.css";
import { drawPage } from "#lib/draw-page.tsx";
import { App } from "./app.tsx";

drawPage(<App />);
