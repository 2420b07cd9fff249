import { readFiber } from "./fiber.ts";
import { answerOf, questionOf, takeNonce } from "./nonce.ts";

/**
 * The probe's side in the page's own world: answers, on the very element that was asked, which conversation the page
 * says it shows. It reads, and does nothing else; without the extension's word it never starts.
 */
export function startProbe(window: Window & typeof globalThis): void {
  takeNonce(window, (nonce) => {
    const answer = answerOf(nonce);
    const onAsk = (event: Event) => {
      event.stopImmediatePropagation();
      const { target } = event;
      if (!(target instanceof window.Element)) return;
      target.dispatchEvent(new window.CustomEvent(answer, { detail: readFiber(target) }));
    };
    window.addEventListener(questionOf(nonce), onAsk, true);
  });
}
