import type { LineSeed, MessageSeed } from "./types.ts";

export const STAFF = ["Kim Agent", "Lee Agent", "Robin Agent"] as const;

export const FIRST_NAMES = [
  "Nora",
  "Gabe",
  "Mira",
  "Tomás",
  "Aisha",
  "Linh",
  "Oskar",
  "Priya",
  "Dana",
  "Kofi",
  "Somchai",
  "Elif",
  "Jonas",
  "Yuki",
  "Lucía",
  "Ben",
] as const;

export const LAST_NAMES = [
  "Lind",
  "Ferreira",
  "Haddad",
  "Nguyen",
  "Okafor",
  "Berg",
  "Sato",
  "Castillo",
  "Wright",
  "Moreau",
  "Iyer",
  "Kaya",
  "Novak",
] as const;

const asks = (text: string): MessageSeed => ({ from: "customer", text });
const answers = (text: string): MessageSeed => ({ from: "business", text });
const bot = (text: string): MessageSeed => ({ from: "business", text, bot: true });
const automatic = (text: string): MessageSeed => ({ from: "business", text, automatic: true });

/** Short talks with a clothes shop: from an ad, by a bot, with a sticker, with a quoted reply. */
export const DIALOGUES: readonly (readonly (MessageSeed | LineSeed)[])[] = [
  [
    { line: "ad_reply" },
    asks("Hi, is the blue one still available?"),
    answers("Hello! Yes, we have two left in M and one in L."),
    { from: "customer", texts: ["great", "how much is shipping to Malmö?"] },
  ],
  [asks("how much is shipping"), answers("4.90, free from 60 on 🙂"), asks("ok thanks")],
  [
    automatic("Thanks for writing! We usually answer within an hour."),
    { line: "welcome_reply" },
    asks("Do you ship to Lisbon? I need it before the 14th."),
    answers("We do, it takes three days. Shall I put one aside?"),
    asks("Yes please, size S"),
    answers("Done, see you Friday!"),
  ],
  [
    { line: "ad_reply" },
    asks("Saw your ad. Is the hoodie organic cotton?"),
    bot("Yes! The Spring hoodie is 100 % organic cotton. Which size would you like?"),
    asks("M, but can I talk to someone?"),
    { line: "ai_transferred" },
  ],
  [asks("My order 4471 has not arrived"), answers("Sorry about that! I am looking into it.")],
  [
    asks("What colours are there?"),
    answers("Blue, sand and forest green."),
    { from: "customer", sticker: "👍" },
  ],
  [
    { line: "ad_reply" },
    asks("Price for 12 pieces? It is for our running club."),
    answers("From ten pieces on it is 29 each, printed names included."),
    { line: "lead_stage", what: "Qualified" },
    asks("That fits our budget. Can you send me the order link?"),
  ],
  [asks("Do you have a shop in Hamburg?"), answers("Only online for now, but returns are free.")],
  [
    asks("Can I change the address of my order?"),
    answers("Of course, where should it go?"),
    asks("Parkgatan 12, Lund"),
    answers("Changed. Anything else?"),
    asks("No, thank you so much ❤️"),
  ],
];
