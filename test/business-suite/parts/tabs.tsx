import type { MouseEvent } from "react";
import { addressOf, CHANNEL_OF } from "#test/business-suite/address.ts";
import { findThread, showSection } from "#test/business-suite/actions.ts";
import type { PageState } from "#test/business-suite/state.ts";
import { cx } from "#test/business-suite/style/atomic.ts";
import type { Section } from "#test/business-suite/types.ts";
import { listed } from "#test/business-suite/world/threads.ts";
import { usePage } from "./context.tsx";
import { SURFACES, Surface } from "./surface.tsx";

const SECTIONS: readonly Section[] = ["all", "messenger", "instagram_direct", "wec", "facebook", "instagram"];

/** What a tab names: the selection for "all" and its own channel, and on Instagram's always some conversation of its own. */
function carriedBy(state: PageState, section: Section) {
  const { tabIds, threads, config } = state;
  if (config.tabs !== "ids") return null;
  if (section === "all") return findThread(state, tabIds.current ?? null);
  const channel = CHANNEL_OF[section];
  if (!channel) return null;
  const own = findThread(state, tabIds[channel] ?? null);
  if (own || channel !== "IG_MESSAGE" || tabIds.current === undefined) return own;
  return listed(threads, config.asset, (thread) => thread.channel === "IG_MESSAGE")[0] ?? null;
}

export function Tabs() {
  const { page, state, words } = usePage();
  const names: Partial<Record<Section, string>> = {
    all: words.allMessages,
    messenger: "Messenger",
    instagram_direct: "Instagram",
    wec: "WhatsApp",
    facebook: words.facebookComments,
    instagram: words.instagramComments,
  };
  const go = (event: MouseEvent, section: Section) => {
    event.preventDefault();
    showSection(page, section);
  };
  return (
    <Surface path={SURFACES.tabs}>
      <div
        role="tablist"
        className={cx("display:flex;gap:4px;height:48px;flex:none;padding:0 12px;background:var(--surface)")}
      >
        {SECTIONS.map((section) => {
          const isOpen = state.address.section === section;
          return (
            <a
              key={section}
              role="tab"
              aria-selected={isOpen}
              href={addressOf(state.config, section, carriedBy(state, section))}
              onClick={(event) => go(event, section)}
              className={cx(
                "display:flex;align-items:center;padding:0 12px;font-weight:600;white-space:nowrap",
                ":hover>background:var(--hover)",
                isOpen ? "color:var(--accent);box-shadow:inset 0 -3px var(--accent)" : "color:var(--faint)",
              )}
            >
              {names[section]}
            </a>
          );
        })}
      </div>
    </Surface>
  );
}
