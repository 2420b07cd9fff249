import type { ColumnType, Generated } from "kysely";
import type { AuditAction, AuditPage, DataExport, Role, SpendSummary } from "#lib/contract.ts";
import type { Named } from "#lib/domain/counted-name.ts";
import type { Conversation } from "#lib/domain/conversation.ts";
import type { EventData, EventKind } from "#lib/domain/event-data.ts";
import type { Precision } from "#lib/domain/precision.ts";
import type { Metric } from "#lib/domain/response-target.ts";
import type { Settings } from "#lib/domain/settings.ts";
import type { Channel } from "#lib/domain/thread.ts";

/** A jsonb column: read as its value, written as its text. */
type Json<Value> = ColumnType<Value, string, string>;

/** The tables as the newest migration leaves them. Instants are epoch ms, days `YYYY-MM-DD`, money minor units. */
export interface Tables {
  workspaces: {
    workspace_id: string;
    name: string;
    time_zone: string;
    created_at: number;
    /** Names what the feed's transactions are counted by. */
    feed: Generated<string>;
    erasure_key: Generated<Buffer>;
    retention_days: Generated<number | null>;
    figures_per_person: Generated<boolean | null>;
    /** The version of the rules by which its rollups were counted. */
    rollups: Generated<number>;
  };
  erasures: { workspace_id: string; digest: string; at: number; xid: Generated<string> };
  members: {
    workspace_id: string;
    member_id: string;
    name: string;
    role: Role;
    created_at: number;
    removed_at: number | null;
  };
  tokens: {
    workspace_id: string;
    token_hash: Buffer;
    device_id: string;
    device_name: string;
    member_id: string;
    created_at: number;
    expires_at: number;
    revoked_at: number | null;
  };
  audit: {
    workspace_id: string;
    entry_id: Generated<number>;
    at: number;
    /** Null for the command line. */
    member_id: string | null;
    action: AuditAction;
    subject: Json<AuditPage["entries"][number]["subject"]>;
  };
  pairings: {
    workspace_id: string;
    pairing_id: string;
    selector: string;
    code_hash: Buffer;
    member_id: string | null;
    member_name: string;
    role: Role;
    expires_at: number;
    wrong_tries: Generated<number>;
    used_at: number | null;
  };
  pages: { workspace_id: string; asset: string; name: string | null; counted: boolean; answered_at: number };
  settings: {
    workspace_id: string;
    version: number;
    data: Json<Settings>;
    saved_by: string | null;
    saved_at: number;
  };
  threads: ThreadColumns;
  events: ThreadColumns & {
    event_id: string;
    kind: EventKind;
    device_id: string;
    member_id: string;
    hlc: string;
    at: number;
    precision: Precision;
    data: Json<EventData[EventKind]>;
    received_at: number;
    flagged: boolean;
    /** The transaction that wrote it, as text of digits. */
    xid: Generated<string>;
  };
  conversations: ThreadColumns & {
    number: number;
    start_at: number;
    start_seen: boolean;
    started_by: Conversation["start"]["by"];
    /** When the last wait, or the last handoff, of it began. */
    last_clock_at: number;
    /** Where it is counted, how far it came and whether its thread bought again: see server/rollups. */
    source: string | null;
    levels: number | null;
    again: boolean | null;
    /** Whose it is, and with which macro it is counted. */
    member: string | null;
    macro: string | null;
    state: Json<Conversation>;
  };
  open_clocks: ThreadColumns & {
    number: number;
    place: number;
    metric: Metric;
    started_at: number;
    due_at: number;
  };
  rollup_cells: RollupColumns & { source: string };
  rollup_revenue: RollupColumns & { source: string; currency: string };
  rollup_cells_by: RollupColumns & NameColumns & { source: string };
  rollup_revenue_by: RollupColumns & NameColumns & { source: string; currency: string };
  rollup_times: RollupColumns & { metric: Metric; part: number };
  spend_accounts: {
    workspace_id: string;
    account_id: string;
    name: string;
    time_zone: string;
    /** That of the first import; an ad account has one. */
    currency: string | null;
    created_at: number;
  };
  spend_imports: {
    workspace_id: string;
    import_id: string;
    account_id: string;
    imported_by: string | null;
    imported_at: number;
    summary: Json<SpendSummary>;
  };
  spend_rows: {
    workspace_id: string;
    account_id: string;
    row_id: Generated<number>;
    import_id: string;
    from_day: string;
    to_day: string;
    campaign: string | null;
    adset: string | null;
    ad: string | null;
    ad_id: string | null;
    amount_minor: number;
    currency: string;
    impressions: number | null;
    link_clicks: number | null;
    reach: number | null;
    views: number | null;
    engagements: number | null;
    conversations_started: number | null;
  };
  exports: {
    workspace_id: string;
    export_id: string;
    asked_by: string | null;
    asked_at: number;
    state: DataExport["state"];
    rows_done: number;
    rows_total: number | null;
    attempt: number;
    link_key: string;
    expires_at: number | null;
  };
  export_parts: { workspace_id: string; export_id: string; part: number; content: Buffer };
}

/** Their sums are named in server/rollups/measures.ts. */
interface RollupColumns {
  workspace_id: string;
  level: number;
  block: number;
  asset: string;
  channel: Channel;
}

interface NameColumns {
  dimension: Named;
  name: string;
}

interface ThreadColumns {
  workspace_id: string;
  channel: Channel;
  asset: string;
  thread_id: string;
}
