import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import type { QueueNotice } from "#components/queue/foot.tsx";
import { ask } from "#lib/ask.ts";
import { commandOf, keyMapOf, outcomeLabels } from "#lib/domain/commands.ts";
import { OUTCOMES } from "#lib/domain/outcome.ts";
import { entryKey, nextAfter, stillOpen, type WalkEntry, type WalkOrder } from "#lib/domain/walk.ts";
import { said, walkSince } from "#lib/queries.ts";

const NOTHING: WalkEntry[] = [];

const refusalOf = ({ name }: WalkEntry): QueueNotice => ({
  text: `Nothing tagged: the inbox does not show ${name ?? "this conversation"} for certain yet. Press the key again when it does.`,
  tone: "warn",
  onEvenSo: null,
});

/** Goes through earlier conversations: opens the next one after a tag, until the person pauses or none is left. */
export function useWalk(isShown: boolean, open: (entry: WalkEntry) => void) {
  const queries = useQueryClient();
  const { data: preferences } = useQuery(said("preferences"));
  const [chosen, setOrder] = useState<WalkOrder>("newest");
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [inHand, setInHand] = useState<string | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const walk = preferences?.walk ?? null;
  const { data: entries = NOTHING } = useQuery({ ...walkSince(walk?.startedAt ?? null), enabled: isShown });

  const order = walk?.order ?? chosen;
  const untagged = stillOpen(entries, order);
  const current = entries.find((entry) => entryKey(entry) === inHand) ?? null;
  const left = (without: ReadonlySet<string>) =>
    untagged.filter((entry) => !without.has(entryKey(entry)) && entryKey(entry) !== inHand);

  const keep = async (next: typeof walk) => {
    if (!preferences) return;
    const kept = await ask("savePreferences", { ...preferences, walk: next });
    queries.setQueryData(said("preferences").queryKey, kept);
  };
  const take = (entry: WalkEntry | undefined) => {
    setInHand(entry ? entryKey(entry) : null);
    setIsRefused(false);
    if (entry) open(entry);
  };
  const next = () => {
    const passed = new Set(skipped);
    if (current?.outcome === null) passed.add(entryKey(current));
    setSkipped(passed);
    take(left(passed)[0]);
  };
  const go = async () => {
    setSkipped(new Set());
    if (!walk) await keep({ startedAt: Date.now(), order });
    take(untagged[0]);
  };

  const goOn = useEffectEvent(next);
  const wait = current && nextAfter(current);
  useEffect(() => {
    if (wait === null) return;
    const timer = setTimeout(() => goOn(), wait);
    return () => clearTimeout(timer);
  }, [wait]);

  const press = useEffectEvent((event: KeyboardEvent) => {
    const { code, repeat, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (repeat || ctrlKey || metaKey || altKey !== shiftKey) return;
    const command = commandOf(code, keyMapOf(preferences?.keys ?? {}));
    if (code === "Escape") setInHand(null);
    else if (code === "ArrowRight") next();
    else if (current && OUTCOMES.some((outcome) => outcome === command) && command)
      ask("pressThere", { thread: current.thread, command, about: current.about }).then(
        (isDone) => setIsRefused(!isDone),
        () => setIsRefused(true),
      );
    else return;
    event.preventDefault();
  });
  const isGoing = isShown && current !== null;
  useEffect(() => {
    if (!isGoing) return;
    const hear = (event: KeyboardEvent) => press(event);
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, [isGoing]);

  return {
    state: current ? "going" : walk === null ? "begin" : left(skipped).length > 0 ? "rest" : "end",
    order,
    current,
    /** Why the last key did nothing; it is not kept for later. */
    refusal: isRefused && current ? refusalOf(current) : null,
    tagged: entries.filter(({ outcome }) => outcome !== null),
    left: untagged.length,
    skipped: untagged.filter((entry) => skipped.has(entryKey(entry))).length,
    unseen: untagged.filter(({ startSeen }) => !startSeen).length,
    keys: outcomeLabels(keyMapOf(preferences?.keys ?? {})),
    onOrder: setOrder,
    onGo: () => void go(),
    onNext: next,
    onPause: () => setInHand(null),
    onEnd: () => {
      setInHand(null);
      void keep(null);
    },
  } as const;
}
