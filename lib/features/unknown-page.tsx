import { Blocker } from "#components/bar/blocker.tsx";
import { sentenceOf } from "#lib/errors.ts";
import { useOfCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { features } from "./registry.ts";

/** Asked once a Page, before anything of it is recorded. */
function PageQuestion() {
  const overlay = useOverlay();
  const state = useOverlayState((state) => standingOf(state).state);
  const thread = useOfCurrent((current) => current.thread);
  const mayAnswer = useOfCurrent(({ log }) => log?.mayAnswerPage === true);
  if (!thread || (state !== "unknown_page" && state !== "not_counted")) return null;

  const answer = async (counted: boolean) => {
    const learn = overlay.expectLog();
    try {
      const answered = await overlay.send("answerPage", { asset: thread.asset, name: null, counted });
      if (!answered.ok) return overlay.say(answered.sentence, "bad");
      learn(await overlay.send("openThread", { thread }));
    } catch (error) {
      overlay.say(`The answer was not kept: ${sentenceOf(error)}`, "bad");
    }
  };
  const button = (label: string, counted: boolean, isMain: boolean) => (
    <button
      type="button"
      className={isMain ? "button primary" : "button"}
      onClick={() => void answer(counted)}
    >
      {label}
    </button>
  );

  if (!mayAnswer)
    return (
      <Blocker>
        {state === "not_counted"
          ? "This Page is not counted by your team. Nothing is recorded here."
          : "Your team has not said yet whether this Page is counted. Ask an administrator; until then nothing is recorded."}
      </Blocker>
    );
  if (state === "not_counted")
    return (
      <Blocker actions={button("Count it", true, false)}>
        This Page is not counted: nothing is recorded.
      </Blocker>
    );
  return (
    <Blocker
      actions={
        <>
          {button("Count it", true, true)}
          {button("Not this Page", false, false)}
        </>
      }
    >
      Count the conversations of this Page? Nothing is recorded until you say so.
    </Blocker>
  );
}

features.add("unknown-page", { bar: { slot: "main", View: PageQuestion } });
