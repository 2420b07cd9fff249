import { createRoot } from "react-dom/client";
import { createDriver } from "./driver.ts";
import { keepWorld } from "./keep.ts";
import { WORDS } from "./language/index.ts";
import { hotKeys, listen } from "./listen.ts";
import { App } from "./parts/app.tsx";
import { readConfig } from "./config.ts";
import { startPage } from "./start.ts";
import { createPage } from "./state.ts";
import { seedClasses } from "./style/atomic.ts";
import { applyTheme } from "./style/theme.ts";

const errors: string[] = [];
addEventListener("error", ({ message }) => errors.push(message));
addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));

const page = createPage(window);
const { config } = page.store.get();
const heard = listen(page);
const fired = hotKeys(page);

const { locale, dir } = WORDS[config.language];
document.documentElement.lang = locale.split("-")[0] ?? "en";
document.documentElement.dir = dir;
seedClasses(config.classSeed);
applyTheme(config.theme, config.tinyRem);
keepWorld(window, page, readConfig(document));

const mount = document.createElement("div");
document.body.append(mount);
createRoot(mount).render(<App page={page} />);
const started = startPage(page);
window.suite = createDriver(page, { started, heard, fired, errors });
