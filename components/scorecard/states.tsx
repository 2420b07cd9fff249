import type { ReportRange } from "#lib/domain/report-range.ts";
import type { LinkState, ScorecardReply } from "#lib/queries.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { money } from "./numbers.ts";
import type { Card } from "./reading.ts";

/** Nothing was ever recorded: the first steps come before any figure. */
export const isFirst = ({ card, isFirstRun }: ScorecardReply): boolean =>
  isFirstRun && card?.total.tally.all === 0;

/** Alone it is one's own to decide; in a team a manager's. */
export const mayImport = (link: LinkState): boolean =>
  link.state === "alone" || link.state === "revoked" || link.role === "manager" || link.role === "admin";

/** Neither the server nor this browser has any. */
export const NoFigures = () => (
  <Notice tone="warn" title="No figures for these days yet">
    They come from your team's server, which cannot be reached now.
  </Notice>
);

interface NoneStartedProps {
  card: Card;
  range: ReportRange;
  onRange: (range: ReportRange) => void;
  onOpenInbox: () => void;
  onWalk: () => void;
}

/** Nothing to show of these days: why, with the next step. */
export function NoneStarted({ card, range, onRange, onOpenInbox, onWalk }: NoneStartedProps) {
  const { tally, spendMinor } = card.total;
  const spent = spendMinor === null ? "" : money(spendMinor, card.currency);
  return (
    <Notice
      tone="calm"
      title="No conversation was seen to start in these days"
      step={
        range === "last_90" ? (
          <Button onPress={onOpenInbox}>Open the inbox</Button>
        ) : (
          <Button onPress={() => onRange("last_90")}>Show the last 90 days</Button>
        )
      }
    >
      {tally.all > 0 && (
        <>
          <p>{tally.all} were going on; nobody saw them start, so that no rate counts them.</p>
          <Button onPress={onWalk}>Tag them for a first picture</Button>
        </>
      )}
      {spent !== "" && <p>The ads cost {spent} in these days.</p>}
    </Notice>
  );
}
