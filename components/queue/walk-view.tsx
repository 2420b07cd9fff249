import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import type { WalkEntry, WalkOrder } from "#lib/domain/walk.ts";
import { CHANNEL_NAMES } from "#lib/domain/thread.ts";
import { Foot, type QueueNotice } from "./foot.tsx";
import { WalkPicture } from "./walk-picture.tsx";
import styles from "./walk.module.css";

export interface WalkViewProps {
  /** `begin` before it was started, `rest` while it is paused, `end` when nothing is left. */
  state: "begin" | "rest" | "going" | "end";
  order: WalkOrder;
  /** The conversation in hand. */
  current: WalkEntry | null;
  tagged: readonly WalkEntry[];
  left: number;
  skipped: number;
  /** Of what is left, how many began before Rung looked. */
  unseen: number;
  /** The keys of the five outcomes: "1 to 5". */
  keys: string;
  notice: QueueNotice | null;
  onOrder: (order: WalkOrder) => void;
  onGo: () => void;
  onNext: () => void;
  onPause: () => void;
  onEnd: () => void;
  onQueue: () => void;
  onScorecard: () => void;
}

const HOW_MORE =
  "Rung knows the conversations that were opened in this browser, and the rows of Meta’s list that passed by; it never clicks or scrolls that list itself. Scroll it to older ones, and they come here.";

/** The walk through earlier conversations, beside the inbox. */
export function WalkView(props: WalkViewProps) {
  const { state, tagged, left, notice, onQueue } = props;
  const all = tagged.length + left;
  return (
    <main className={styles.walk}>
      <header className={styles.head}>
        <h1>Tag the past</h1>
        <Button look="quiet" onPress={onQueue}>
          Back to the queue
        </Button>
      </header>
      {state !== "begin" && (
        <div className={styles.progress}>
          <progress value={tagged.length} max={Math.max(1, all)} aria-label="Tagged" />
          <b>
            {tagged.length} of {all} tagged
          </b>
        </div>
      )}
      <div className={styles.body}>
        <Stage {...props} />
      </div>
      <Foot notice={notice} keys="" />
    </main>
  );
}

function Stage(props: WalkViewProps): ReactNode {
  switch (props.state) {
    case "begin":
      return <Begin {...props} />;
    case "rest":
      return <Rest {...props} />;
    case "going":
      return <Going {...props} />;
    case "end":
      return <End {...props} />;
  }
}

function Begin({ left, unseen, order, keys, onOrder, onGo }: WalkViewProps) {
  if (left === 0)
    return (
      <>
        <p>Every conversation that this browser knows is tagged.</p>
        <p className={styles.note}>{HOW_MORE}</p>
      </>
    );
  return (
    <>
      <p>
        {left === 1 ? "One conversation is" : `${left} conversations are`} not tagged. They open one after the
        other; say with one key what each became ({keys}), and you start with a picture instead of an empty
        page.
      </p>
      <Choice
        label="In this order"
        value={order}
        options={[
          { value: "newest", name: "Newest first" },
          { value: "oldest", name: "Oldest first" },
        ]}
        onChoose={(value) => onOrder(value === "oldest" ? "oldest" : "newest")}
      />
      <div>
        <Button look="main" onPress={onGo}>
          Start
        </Button>
      </div>
      {unseen > 0 && (
        <p className={styles.note}>
          {unseen} of them began before Rung looked. Tag such a one all the same: it is shown, and no rate
          counts it.
        </p>
      )}
      <p className={styles.note}>{HOW_MORE}</p>
    </>
  );
}

const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });

function Going({ current, keys, onNext, onPause }: WalkViewProps) {
  if (!current) return null;
  const { name, thread, about, at, outcome, isWhole } = current;
  const ask =
    outcome === null
      ? about === null
        ? `What did it become? Press ${keys} here, or tag it in the bar.`
        : `An earlier conversation of this customer: scroll up to it, then press ${keys} here. The bar tags the latest one.`
      : isWhole
        ? "Tagged. The next one opens…"
        : outcome === "converted"
          ? "Tagged. Type the amount in the bar, or go on without it."
          : "Tagged. Say why in the bar, or go on without it.";
  return (
    <>
      <div className={styles.card}>
        <bdi>{name ?? "Name not known here"}</bdi>
        <span>
          {CHANNEL_NAMES[thread.channel]} · {day.format(at)}
        </span>
      </div>
      <output>{ask}</output>
      <div className={styles.steps}>
        <Button look={outcome === null ? "plain" : "main"} onPress={onNext}>
          {outcome === null ? "Skip" : "Next"}
        </Button>
        <Button onPress={onPause}>Pause</Button>
      </div>
      <p className={styles.note}>→ skips, Esc pauses.</p>
    </>
  );
}

const Rest = ({ tagged, left, onGo, onEnd }: WalkViewProps) => (
  <>
    <p>Paused. {left === 1 ? "One is" : `${left} are`} left.</p>
    <div className={styles.steps}>
      <Button look="main" onPress={onGo}>
        Go on
      </Button>
      <Button onPress={onEnd}>End the walk</Button>
    </div>
    <WalkPicture tagged={tagged} />
  </>
);

const End = ({ tagged, skipped, onGo, onEnd, onScorecard }: WalkViewProps) => (
  <>
    <p>
      {tagged.length === 0 ? "Nothing is left to tag." : "Done: this is what they became."}
      {skipped > 0 && ` ${skipped} skipped.`}
    </p>
    <WalkPicture tagged={tagged} />
    <div className={styles.steps}>
      <Button look="main" onPress={onScorecard}>
        See what they cost
      </Button>
      {skipped > 0 && <Button onPress={onGo}>Go through the skipped</Button>}
      <Button onPress={onEnd}>End the walk</Button>
    </div>
    <p className={styles.note}>{HOW_MORE}</p>
  </>
);
