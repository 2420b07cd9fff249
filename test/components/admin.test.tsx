import { describe, expect, it, vi } from "vitest";
import { Audit, type AuditProps } from "#components/options/audit.tsx";
import { CustomerData, type CustomerDataProps } from "#components/options/customer-data.tsx";
import { People, type PeopleProps } from "#components/options/people.tsx";
import type { Member } from "#lib/domain/people.ts";
import { draw, fill, press, text } from "./drawn.ts";

const NOW = Date.UTC(2026, 10, 16, 12);
const ADA = "0199a000-0000-7000-8000-0000000000a1";
const KIM = "0199a000-0000-7000-8000-0000000000b1";
const device = { id: "d1", name: "Chrome on Linux", since: NOW, expiresAt: NOW };
const member = (id: string, name: string, role: Member["role"]): Member => ({
  id,
  name,
  role,
  joinedAt: NOW,
  removedAt: null,
  devices: [{ ...device, id: `device of ${name}` }],
});

const people = (given: Partial<PeopleProps> = {}) => (
  <People
    people={[member(ADA, "Ada", "admin"), member(KIM, "Kim", "rep")]}
    problem={null}
    me={ADA}
    server="https://team.example"
    policy={{ retentionDays: null, figuresPerPerson: false }}
    now={NOW}
    onInvite={async () => "No."}
    onRole={() => {}}
    onRemove={() => {}}
    onRevoke={() => {}}
    onPolicy={() => {}}
    onCopy={() => {}}
    {...given}
  />
);

describe("people", () => {
  it("are given roles and removed after a question, never oneself", async () => {
    const onRole = vi.fn<PeopleProps["onRole"]>();
    const onRemove = vi.fn<PeopleProps["onRemove"]>();
    await draw(people({ onRole, onRemove }));
    expect(document.querySelectorAll("tbody select")).toHaveLength(1);
    await fill("Role of Kim", "manager");
    expect(onRole).toHaveBeenCalledWith(KIM, "manager");
    await press("Remove");
    expect(onRemove).not.toHaveBeenCalled();
    await press("Remove Kim");
    expect(onRemove).toHaveBeenCalledWith(KIM);
  });

  it("are asked once whether managers see figures of each", async () => {
    const onPolicy = vi.fn<PeopleProps["onPolicy"]>();
    await draw(people({ onPolicy, policy: { retentionDays: null, figuresPerPerson: null } }));
    await press("Yes, per person");
    expect(onPolicy).toHaveBeenCalledWith({ figuresPerPerson: true });
    await draw(people({ onPolicy }));
    expect(text()).not.toContain("May managers");
  });

  it("are invited by a code that is shown with whom it is for; a refusal stands at the field", async () => {
    const onInvite = vi.fn<PeopleProps["onInvite"]>(async () => ({
      code: "AB12-CDEFG-HJKMN",
      expiresAt: NOW,
      member: { name: "Rae", role: "rep" },
    }));
    const onCopy = vi.fn<PeopleProps["onCopy"]>();
    await draw(people({ onInvite, onCopy }));
    await press("Make a code");
    expect(text()).toContain("Type the name of the person.");
    await fill("Name of the person", " Rae ");
    await press("Make a code");
    expect(onInvite).toHaveBeenCalledWith({ name: "Rae", role: "rep" });
    expect(text()).toMatch(/AB12-CDEFG-HJKMN.*For Rae \(Rep\), once.*https:\/\/team\.example/);
    await press("Copy the code");
    expect(onCopy).toHaveBeenCalledWith("AB12-CDEFG-HJKMN");
    await fill("For", KIM);
    await press("Make a code");
    expect(onInvite).toHaveBeenLastCalledWith({ name: "Kim", role: "rep", member: KIM });
  });

  it("that cannot be shown say why", async () => {
    await draw(people({ people: null, problem: "The server could not be reached." }));
    expect(document.querySelector("[role=alert]")?.textContent).toContain("could not be reached");
  });
});

const data = (given: Partial<CustomerDataProps> = {}) => (
  <CustomerData
    retentionDays={null}
    exports={[]}
    problem={null}
    server="https://team.example"
    now={NOW}
    onRetention={() => {}}
    onExport={() => {}}
    onExportPerson={async () => 0}
    onErasePerson={async () => "No."}
    {...given}
  />
);

describe("data of customers", () => {
  it("is forgotten by age only after a question, and kept again without one", async () => {
    const onRetention = vi.fn<CustomerDataProps["onRetention"]>();
    await draw(data({ onRetention }));
    await fill("Forget customers of whom nothing was heard for", "365");
    await press("Forget after 1 year…");
    expect(onRetention).not.toHaveBeenCalled();
    await press("Forget after 1 year");
    expect(onRetention).toHaveBeenCalledWith(365);
    await draw(data({ onRetention, retentionDays: 400 }));
    expect(text()).toContain("400 days");
    await fill("Forget customers of whom nothing was heard for", "never");
    await press("Forget nobody");
    expect(onRetention).toHaveBeenLastCalledWith(null);
  });

  it("is exported as a file, with how far it is, then its link until it expires", async () => {
    const one = { id: "e1", askedAt: NOW, rowsDone: 500, rowsTotal: 1_100, expiresAt: null, link: null };
    await draw(data({ exports: [{ ...one, state: "running" }] }));
    expect(text()).toContain("500 of 1100 written");
    expect(document.querySelector("progress")?.value).toBe(500);
    await draw(data({ exports: [{ ...one, state: "ready", expiresAt: NOW, link: "/downloads/x" }] }));
    expect(document.querySelector("a")?.href).toBe("https://team.example/downloads/x");
  });

  it("of one person is exported, or erased after a question, and says what became of it", async () => {
    const onErasePerson = vi.fn<CustomerDataProps["onErasePerson"]>(async () => ({ threads: 1, events: 12 }));
    await draw(data({ onExportPerson: async () => 2, onErasePerson }));
    await fill("Id of their conversation", " 100 ");
    await press("Export as JSON");
    expect(text()).toContain("Saved what is known of 2 conversation threads.");
    await press("Erase this person");
    expect(onErasePerson).not.toHaveBeenCalled();
    await press("Erase this person");
    expect(onErasePerson).toHaveBeenCalledWith("100");
    expect(text()).toContain("Forgotten: 12 events.");
  });
});

const entry = (
  action: "role_changed" | "policy_saved",
  subject: Record<string, string | number | boolean>,
) => ({
  entry: 7,
  at: NOW,
  member: ADA,
  action,
  subject,
});

describe("who did what", () => {
  it("is told in words, by name, and leads to older pages", async () => {
    const onOlder = vi.fn<AuditProps["onOlder"]>();
    const shown = (page: AuditProps["page"]) => (
      <Audit
        page={page}
        problem={null}
        names={{ [ADA]: "Ada", [KIM]: "Kim" }}
        now={NOW}
        isNewest
        onOlder={onOlder}
        onNewest={() => {}}
      />
    );
    await draw(shown({ entries: [entry("role_changed", { member: KIM, role: "manager" })], next: 7 }));
    expect(text()).toMatch(/Ada ?made Kim manager/);
    await press("Older");
    expect(onOlder).toHaveBeenCalledWith(7);
    await draw(shown({ entries: [entry("policy_saved", { retentionDays: "off" })], next: null }));
    expect(text()).toContain("keeps customers for ever");
    await draw(shown({ entries: [], next: null }));
    expect(text()).toContain("Nothing was done yet.");
  });
});
