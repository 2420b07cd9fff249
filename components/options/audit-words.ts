import { type AuditPage, ROLES } from "#lib/domain/people.ts";
import { ROLE_NAMES } from "./role-names.ts";

type Entry = AuditPage["entries"][number];
type Names = Readonly<Record<string, string>>;
type Subject = Entry["subject"];

const roleOf = ({ role }: Subject): string => {
  const known = ROLES.find((one) => one === role);
  return known ? ROLE_NAMES[known].toLowerCase() : String(role);
};
const personOf = ({ member }: Subject, names: Names): string => names[String(member)] ?? "somebody";
const many = (count: Subject[string] | undefined, one: string): string =>
  `${Number(count ?? 0)} ${one}${Number(count) === 1 ? "" : "s"}`;

/** Of each kind of entry what was done, as a sentence without its subject. */
const WORDS: Record<Entry["action"], (subject: Subject, names: Names) => string> = {
  pairing_made: (subject) =>
    `made a code for ${subject["isNew"] === false ? "another device" : "somebody new"} (${roleOf(subject)})`,
  role_changed: (subject, names) => `made ${personOf(subject, names)} ${roleOf(subject)}`,
  device_revoked: () => "revoked a device",
  member_removed: (subject, names) => `removed ${personOf(subject, names)}`,
  page_answered: ({ asset, counted }) => `${counted === true ? "counts" : "stopped counting"} Page ${asset}`,
  settings_saved: ({ version }) => `saved the settings (version ${version})`,
  spend_imported: ({ rows }) => `imported spend, ${many(rows, "row")}`,
  sales_imported: ({ recorded, corrected }) =>
    `imported sales, ${Number(recorded)} new, ${Number(corrected)} corrected`,
  policy_saved: (subject) => policyWords(subject),
  retention_applied: ({ threads, retentionDays }) =>
    `forgot ${many(threads, "customer")} silent for ${Number(retentionDays)} days`,
  person_erased: ({ events }) => `erased a person, ${many(events, "event")}`,
  conversations_exported: () => "exported every conversation",
  person_exported: ({ events }) => `exported what is known of a person, ${many(events, "event")}`,
};

export const auditWords = ({ action, subject }: Entry, names: Names): string => WORDS[action](subject, names);

function policyWords({ retentionDays, figuresPerPerson }: Subject): string {
  const retention =
    retentionDays === undefined
      ? []
      : [
          retentionDays === "off"
            ? "keeps customers for ever"
            : `forgets customers after ${retentionDays} days`,
        ];
  const figures =
    figuresPerPerson === undefined
      ? []
      : [`${figuresPerPerson === true ? "shows" : "does not show"} managers figures of each person`];
  return [...retention, ...figures].join("; ");
}
