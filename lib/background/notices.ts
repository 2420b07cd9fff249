import { browser } from "wxt/browser";
import type { AlertWords } from "#lib/domain/alert-words.ts";

export const clearNotice = async (id: string): Promise<void> => {
  await browser.notifications.clear(id);
};

/** Shows a notification. One that stands under the same id goes first: put over it, it would not be seen to come. */
export async function showNotice(id: string, { title, message }: AlertWords): Promise<void> {
  await clearNotice(id);
  const iconUrl = browser.runtime.getURL("/icon/128.png");
  await browser.notifications.create(id, { type: "basic", iconUrl, title, message });
}
