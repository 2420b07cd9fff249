import { addDays, type Day } from "#lib/domain/day.ts";

/** An ad of the demo, with what it was charged on each of the seven days, oldest first, in cents. */
export interface DemoAd {
  campaign: string;
  adset: string;
  ad: string;
  adId: string;
  centsByDay: readonly number[];
}

export const DEMO_CURRENCY = "USD";
const DEMO_DAYS = 7;

/** Three campaigns of two ads each; the names hold the marks that break simple readers: a bar, a comma, two bars. */
export const DEMO_ADS: readonly DemoAd[] = [
  {
    campaign: "Spring hoodie | messages",
    adset: "Broad 18-34",
    ad: "Hoodie reel",
    adId: "120250311840160387",
    centsByDay: [1412, 1388, 1505, 1467, 1590, 1623, 1515],
  },
  {
    campaign: "Spring hoodie | messages",
    adset: "Broad 18-34",
    ad: "Hoodie carousel, five colours",
    adId: "120250311840170387",
    centsByDay: [905, 968, 941, 1012, 887, 1034, 953],
  },
  {
    campaign: "Winter jackets, retargeting",
    adset: "Visited 30 days",
    ad: "Jacket video 15s",
    adId: "120250318225040387",
    centsByDay: [1120, 1075, 1198, 1143, 1211, 1090, 1163],
  },
  {
    campaign: "Winter jackets, retargeting",
    adset: "Cart, not bought",
    ad: "Jacket “last sizes”",
    adId: "120250318225050387",
    centsByDay: [640, 598, 671, 655, 702, 688, 646],
  },
  {
    campaign: "Gift cards || broad",
    adset: "Lookalike 1 %",
    ad: "Gift card story",
    adId: "120250402917730387",
    centsByDay: [430, 415, 462, 448, 471, 455, 469],
  },
  {
    campaign: "Gift cards || broad",
    adset: "Lookalike 1 %",
    ad: "Gift card image",
    adId: "120250402917740387",
    centsByDay: [378, 392, 401, 366, 419, 407, 387],
  },
];

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

export const DEMO_TOTAL_MINOR = sum(DEMO_ADS.map(({ centsByDay }) => sum(centsByDay)));

const HEADINGS = [
  "Reporting starts",
  "Reporting ends",
  "Campaign name",
  "Ad set name",
  "Ad name",
  "Ad ID",
  "Day",
  "Amount spent (USD)",
  "Impressions",
  "Link clicks",
];

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * An Ads Manager export as CSV text: by ad and day, with the ad ids that the demo's conversations come from, of the
 * seven days up to `today`. The amounts are the same on whatever day it runs.
 */
export function demoExport(today: Day): string {
  const rows = DEMO_ADS.flatMap(({ campaign, adset, ad, adId, centsByDay }) =>
    centsByDay.map((cents, index) => {
      const day = addDays(today, index + 1 - DEMO_DAYS);
      const amount = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
      return [
        day,
        day,
        campaign,
        adset,
        ad,
        adId,
        day,
        amount,
        String(cents * 2),
        String(Math.floor(cents / 60)),
      ];
    }),
  );
  return `\ufeff${[HEADINGS, ...rows].map((row) => row.map(quoted).join(",")).join("\n")}\n`;
}
