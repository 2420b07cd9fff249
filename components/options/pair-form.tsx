import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import styles from "./pair-form.module.css";

/** What a code would pair with. */
export interface Offer {
  workspace: { name: string };
  member: { name: string; role: string };
  pages: { asset: string; name: string | null; counted: boolean }[];
  /** Events of this browser that the server would get. */
  uploads: number;
  /** Ad accounts whose spend was imported in this browser alone. */
  spendHere: string[];
  /** Pages that it counts and that stay with a workspace of before. */
  elsewhere: { page: string; workspace: string }[];
}

/** A failure with the field it belongs to, where it names one. */
export interface Problem {
  sentence: string;
  fields: Record<string, string>;
}

export interface PairActions {
  deviceName: string;
  /** Called in the click itself, since the browser asks for its permission there. */
  onLook: (asked: { server: string; code: string }) => Promise<Offer | Problem>;
  onPair: (asked: { server: string; code: string; deviceName: string }) => Promise<Problem | null>;
}

/** A server and a code; then what they would pair with; then the pairing. */
export function PairForm({ deviceName, onLook, onPair }: PairActions) {
  const [asked, setAsked] = useState({ server: "", code: "", deviceName });
  const [offer, setOffer] = useState<Offer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const look = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await onLook(asked);
    setBusy(false);
    if ("workspace" in answer) setOffer(answer);
    else setProblem(answer);
  };
  const pair = async () => {
    setBusy(true);
    const refused = await onPair(asked);
    setBusy(false);
    setOffer(null);
    setProblem(refused);
  };
  const field = (name: keyof typeof asked) => ({
    value: asked[name],
    onText: (text: string) => setAsked({ ...asked, [name]: text }),
    problem: problem?.fields[name],
  });

  if (offer)
    return (
      <OfferShown
        offer={offer}
        server={asked.server}
        busy={busy}
        onPair={pair}
        onCancel={() => setOffer(null)}
      />
    );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <Field
        {...field("server")}
        label="Address of the server"
        placeholder="https://rung.example.com"
        autoComplete="url"
        spellCheck={false}
        required
      />
      <Field
        {...field("code")}
        label="Pairing code"
        placeholder="AB12-CDEFG-HJKMN"
        autoComplete="one-time-code"
        spellCheck={false}
        hint="An administrator makes one with “rung pair”; it lasts ten minutes."
        required
      />
      <Field
        {...field("deviceName")}
        label="Name of this device"
        hint="Your team sees it in the list of devices."
        required
      />
      {problem && Object.keys(problem.fields).length === 0 && <Notice tone="bad" title={problem.sentence} />}
      <div>
        <Button look="main" disabled={busy}>
          {busy ? "Asking the server…" : "See what it pairs with"}
        </Button>
      </div>
    </form>
  );
}

interface OfferShownProps {
  offer: Offer;
  server: string;
  busy: boolean;
  onPair: () => Promise<void>;
  onCancel: () => void;
}

function OfferShown({ offer, server, busy, onPair, onCancel }: OfferShownProps) {
  const counted = offer.pages.filter((page) => page.counted);
  return (
    <Notice
      tone="calm"
      title={`${offer.workspace.name}, as ${offer.member.name} (${offer.member.role})`}
      step={
        <>
          <Button look="main" disabled={busy} onPress={() => void onPair()}>
            {busy ? "Pairing…" : `Pair with ${offer.workspace.name}`}
          </Button>
          <Button disabled={busy} onPress={onCancel}>
            Cancel
          </Button>
        </>
      }
    >
      <p>Server: {server}</p>
      <p>
        {counted.length === 0
          ? "It counts no Page yet."
          : `It counts ${counted.map(({ asset, name }) => name ?? asset).join(", ")}.`}
      </p>
      <p>
        {offer.uploads === 0
          ? "Nothing collected in this browser belongs to these Pages."
          : `${offer.uploads} ${offer.uploads === 1 ? "entry" : "entries"} collected in this browser will be uploaded.`}
      </p>
      {offer.elsewhere.map(({ page, workspace }) => (
        <p key={page}>
          {page} stays with {workspace}, which counts it already: unpair that one first to change it.
        </p>
      ))}
      {offer.spendHere.length > 0 && (
        <p>
          The spend of {offer.spendHere.join(", ")} stays in this browser: import its files again for the
          team.
        </p>
      )}
    </Notice>
  );
}
