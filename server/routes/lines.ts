/** Says a line; the reader gets it as it comes. */
export type Say<Line> = (line: Line) => void;

/**
 * An answer of JSON, one value a line.
 * @param work its signal aborts where the reader leaves before the end
 */
export function linesOf<Line>(
  work: (say: Say<Line>, signal: AbortSignal) => Promise<void>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = new AbortController();
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(out) {
      const say: Say<Line> = (line) => {
        if (!left.signal.aborted) out.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const close = () => {
        if (!left.signal.aborted) out.close();
      };
      const fail = (error: unknown) => {
        if (!left.signal.aborted) out.error(error);
      };
      // Not awaited: what is said before the end is read before the end.
      void work(say, left.signal).then(close, fail);
    },
    cancel: () => left.abort(),
  });
}
