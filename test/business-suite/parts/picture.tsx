import type { Channel } from "#test/business-suite/types.ts";
import { hashOf } from "#test/business-suite/world/random.ts";
import { cx } from "#test/business-suite/style/atomic.ts";

const svg = (body: string): string =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">${body}</svg>`)}`;

/** A face for a name: initials on a colour of the name's own. */
function faceOf(name: string): string {
  const hue = hashOf(name) % 360;
  const initials = [...name]
    .filter((letter, place, all) => place === 0 || all[place - 1] === " ")
    .slice(0, 2)
    .join("");
  const safe = initials.replaceAll(/[<>&]/gu, "");
  return svg(
    `<rect width="48" height="48" fill="hsl(${hue} 35% 62%)"/><text x="24" y="31" text-anchor="middle" font-family="sans-serif" font-size="19" fill="#fff">${safe}</text>`,
  );
}

export function Face({ name, size, alt }: { name: string; size: number; alt: string }) {
  return (
    <img
      className={cx("border-radius:50%;display:block;flex:none", "") + " img"}
      alt={alt}
      src={faceOf(name)}
      width={size}
      height={size}
    />
  );
}

const BADGES: Record<Channel, [alt: string, colour: string, sign: string]> = {
  FB_MESSAGE: [
    "Messenger",
    "#0a7cff",
    '<path d="M24 11c-8 0-14 5.500-14 13 0 4 1.700 7 4.500 9.300V39l5-2.700c1.400.4 3 .6 4.500.6 8 0 14-5.500 14-13S32 11 24 11z" fill="#fff"/>',
  ],
  IG_MESSAGE: [
    "Instagram",
    "#d62976",
    '<rect x="12" y="12" width="24" height="24" rx="7" fill="none" stroke="#fff" stroke-width="3.500"/><circle cx="24" cy="24" r="5.500" fill="none" stroke="#fff" stroke-width="3.500"/>',
  ],
  WEC_MESSAGE: [
    "WhatsApp",
    "#1fa855",
    '<path d="M24 11a13 13 0 0 0-11 20l-1.500 6 6-1.500A13 13 0 1 0 24 11z" fill="none" stroke="#fff" stroke-width="3.500"/>',
  ],
};

/** The channel's sign on a face; its `alt` is the only word for the channel on a row. */
export function Badge({ channel }: { channel: Channel }) {
  const [alt, colour, sign] = BADGES[channel];
  return (
    <img
      className={cx(
        "position:absolute;inset-inline-end:-3px;bottom:-2px;border-radius:50%;border:2px solid var(--surface)",
      )}
      alt={alt}
      width={20}
      height={20}
      src={svg(`<circle cx="24" cy="24" r="24" fill="${colour}"/>${sign}`)}
    />
  );
}

/** Emoji and stickers are pictures whose `alt` is the sign (facts, section 2.4). */
export function Emoji({ sign, size }: { sign: string; size: number }) {
  return (
    <img
      className={cx("vertical-align:-3px")}
      alt={sign}
      width={size}
      height={size}
      src={svg(`<text x="24" y="38" text-anchor="middle" font-size="38">${sign}</text>`)}
    />
  );
}

const EMOJI = /(\p{Extended_Pictographic}\uFE0F?)/u;

export function EmojiText({ text }: { text: string }) {
  return text
    .split(EMOJI)
    .map((part, place) =>
      EMOJI.test(part) ? <Emoji key={`${place}${part}`} sign={part} size={18} /> : part,
    );
}
