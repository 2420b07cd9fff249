/** What one drive through the page is to do. */
export interface Drive {
  mutations: number;
  /** From one mutation to the next. */
  everyMs: number;
  seed: number;
}

/**
 * Opens another conversation of the stand-in, then lets customers and colleagues write: lists re-sort, reactions bump
 * rows, the open pane grows. The same drive does the same work on every page, however fast the machine is. Runs inside
 * the page and stands alone.
 */
export async function drive({ mutations, everyMs, seed }: Drive): Promise<void> {
  const { suite } = window;
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  const ids = suite.threads().map(({ id }) => id);
  const any = () => ids[random(ids.length)] ?? "";
  const kinds = [
    () => suite.customerWrites(any(), "Is it still available?"),
    () => suite.react(any(), "\u2764\uFE0F"),
    () => suite.customerWrites(suite.opened()?.id ?? any(), "And what does it cost?"),
    () => suite.agentAnswers(any(), "It is, in all sizes.", "Ines"),
  ];
  suite.openThread(suite.listed()[1 + random(8)]?.id ?? any());
  for (let done = 0; done < mutations; done += 1) {
    await new Promise((resolve) => setTimeout(resolve, everyMs));
    kinds[done % kinds.length]?.();
  }
}
