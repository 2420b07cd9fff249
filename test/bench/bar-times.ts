/** Functions that run inside the page, each standing alone: how soon the bar follows what happens there. */

/** From the frame in which the list has rows to the one in which the bar stands, in ms. Begins before the page is there. */
export async function frameTime(): Promise<number> {
  const start = performance.now();
  const until = async (isThere: () => boolean) => {
    while (!isThere()) {
      if (performance.now() - start > 20_000) throw new Error("Nothing was there in twenty seconds.");
      await new Promise(requestAnimationFrame);
    }
    return performance.now();
  };
  const listAt = await until(() => document.querySelector("[role=presentation] abbr[data-utime]") !== null);
  const barAt = await until(() => {
    const root = document.querySelector("rung-overlay")?.shadowRoot;
    return root?.querySelector<HTMLElement>(".bar")?.hidden === false;
  });
  return barAt - listAt;
}

/** Opens another conversation; ms until the bar names it and its buttons work. */
export async function switchTime(): Promise<number> {
  const { suite } = window;
  const opened = suite.opened()?.id;
  const other = suite.listed().find(({ id }, place) => place > 0 && id !== opened);
  if (!other) throw new Error("The stand-in lists one conversation only.");
  const root = document.querySelector("rung-overlay")?.shadowRoot;
  const isReady = () =>
    root?.querySelector(".outcomes[aria-busy=false]") !== null &&
    root?.querySelector(".status .name")?.textContent === other.name;
  const start = performance.now();
  suite.openThread(other.id);
  while (!isReady()) {
    if (performance.now() - start > 10_000) throw new Error("The bar did not follow in ten seconds.");
    await new Promise(requestAnimationFrame);
  }
  return performance.now() - start;
}

declare global {
  interface Window {
    /** Set by {@link awaitTag}: when the key went down and when the frame with the tag in it ended. */
    tagTime?: Promise<number>;
  }
}

/** Before a key is pressed: waits for a button that gets pressed, and for the end of the frame that shows it. */
export function awaitTag(): void {
  const root = document.querySelector("rung-overlay")?.shadowRoot;
  if (!root) throw new Error("The overlay is not there.");
  const keys: number[] = [];
  const events = new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === "keydown") keys.push(startTime);
  });
  // safe because: the event timing API knows the threshold, only the types do not.
  events.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  window.tagTime = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener("message", () => {
          const end = performance.now();
          // Events faster than 16 ms are not told of at all.
          setTimeout(() => {
            events.disconnect();
            const key = keys.findLast((at) => at <= end);
            resolve(key === undefined ? 16 : end - key);
          }, 200);
        });
        port1.start();
        port2.postMessage(null);
      });
    });
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ["aria-pressed"] });
  });
}
