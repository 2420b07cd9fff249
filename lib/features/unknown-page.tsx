import { Blocker } from "#components/bar/blocker.tsx";
import { sentenceOf } from "#lib/errors.ts";
import { useOfCurrent, useOverlay, useOverlayState } from "#lib/overlay/context.ts";
import { standingOf } from "#lib/overlay/standing.ts";
import { features } from "./registry.ts";

const NO_TEAMS: { id: string; name: string }[] = [];

/** Asked once a Page, before anything of it is recorded. */
function PageQuestion() {
  const overlay = useOverlay();
  const state = useOverlayState((state) => standingOf(state).state);
  const thread = useOfCurrent((current) => current.thread);
  const mayAnswer = useOfCurrent(({ log }) => log?.mayAnswerPage === true);
  const teams = useOfCurrent(({ log }) => log?.teams) ?? NO_TEAMS;
  if (!thread || (state !== "unknown_page" && state !== "not_counted")) return null;

  const answer = async (counted: boolean, workspace: string | null = null) => {
    const learn = overlay.expectLog();
    try {
      const answered = await overlay.send("answerPage", {
        asset: thread.asset,
        name: null,
        counted,
        workspace,
      });
      if (!answered.ok) return overlay.say(answered.sentence, "bad");
      learn(await overlay.send("openThread", { thread }));
    } catch (error) {
      overlay.say(`The answer was not kept: ${sentenceOf(error)}`, "bad");
    }
  };
  const button = (label: string, counted: boolean, isMain: boolean, workspace: string | null = null) => (
    <button
      key={label}
      type="button"
      className={isMain ? "button primary" : "button"}
      onClick={() => void answer(counted, workspace)}
    >
      {label}
    </button>
  );
  /** Of several teams one is named: none is taken by default. */
  const count = (isMain: boolean) =>
    teams.length > 1
      ? teams.map(({ id, name }) => button(`Count it in ${name}`, true, isMain, id))
      : button("Count it", true, isMain);

  if (!mayAnswer)
    return (
      <Blocker>
        {state === "not_counted"
          ? "This Page is not counted by your team. Nothing is recorded here."
          : "Your team has not said yet whether this Page is counted. Ask an administrator; until then nothing is recorded."}
      </Blocker>
    );
  if (state === "not_counted")
    return <Blocker actions={count(false)}>This Page is not counted: nothing is recorded.</Blocker>;
  return (
    <Blocker
      actions={
        <>
          {count(true)}
          {button("Not this Page", false, false)}
        </>
      }
    >
      Count the conversations of this Page? Nothing is recorded until you say so.
    </Blocker>
  );
}

features.add("unknown-page", { bar: { slot: "main", View: PageQuestion } });
