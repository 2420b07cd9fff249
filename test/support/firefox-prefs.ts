import { createHash } from "node:crypto";

export const ADDON = "rung@rung.example";

/** The extension's UUID in tests: fixed, so that its pages have an address that is known before it runs. */
export const ADDON_UUID = ((hash: string) =>
  [8, 4, 4, 4, 12]
    .map((length, place, all) => {
      const from = all.slice(0, place).reduce((sum, one) => sum + one, 0);
      return hash.slice(from, from + length);
    })
    .join("-"))(createHash("sha256").update(ADDON).digest("hex"));

/**
 * Prefs of a test profile. Notifications are the browser's own: a machine without a desktop takes the system's away. Every connection but the loopback's goes to a proxy that is not there;
 * what the add-on stored outlives a restart, although it is installed anew each time.
 */
export const PREFS: Record<string, string | number | boolean> = {
  "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: ADDON_UUID }),
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true,
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.no_proxies_on": "127.0.0.1,localhost",
  "network.trr.mode": 5,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "dom.push.enabled": false,
  "alerts.useSystemBackend": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.sessionstore.resume_from_crash": false,
  // A process kept ready for the next tab is one more to start and to end with every test.
  "dom.ipc.processPrelaunch.enabled": false,
};
