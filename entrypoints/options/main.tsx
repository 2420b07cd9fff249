import "#components/theme.css";
import "#components/ui/page.css";
import "#components/options/page.css";
import { drawPage } from "#lib/draw-page.tsx";
import { App } from "./app.tsx";

// To weigh what is stored reads all of it: not at every message that the inbox sees.
drawPage(<App />, { asked: { predicate: ({ queryKey }) => queryKey[0] !== "inventory" } });
