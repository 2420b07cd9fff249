import { describe, expect, it } from "vitest";
import { readSpendFile } from "#lib/spend/read-spend-file.ts";
import type { SpendFile } from "#lib/spend/spend-file.ts";

function read(...lines: string[]): SpendFile {
  const reading = readSpendFile(lines.join("\n"));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

const RANGE = "2026-10-05,2026-10-07";
const ENDS = "Reporting starts,Reporting ends";

describe("headings", () => {
  it.each([
    ["en", "Campaign name,Ad set name,Ad name,Ad ID,Day,Amount spent (USD),Impressions,Link clicks,Reach"],
    [
      "old en",
      "Campaign Name,Ad Set Name,Ad Name,Ad ID,Day,Amount Spent (USD),Impressions,Link Clicks,Reach",
    ],
    [
      "es",
      "Nombre de la campaña,Nombre del conjunto de anuncios,Nombre del anuncio,ID del anuncio,Día,Importe gastado (USD),Impresiones,Clics en el enlace,Alcance",
    ],
    [
      "de",
      "Name der Kampagne,Anzeigengruppenname,Anzeigenname,Anzeigen-ID,Tag,Ausgegebener Betrag (USD),Impressionen,Link-Klicks,Reichweite",
    ],
    [
      "fr",
      "Nom de la campagne,Nom de l’ensemble de publicités,Nom de la publicité,ID de la publicité,Jour,Montant dépensé (USD),Impressions,Clics sur le lien,Portée",
    ],
    [
      "it",
      "Nome della campagna,Nome del gruppo di inserzioni,Nome dell'inserzione,ID inserzione,Giorno,Importo speso (USD),Impression,Clic sul link,Copertura",
    ],
    [
      "pt",
      "Nome da campanha,Nome do conjunto de anúncios,Nome do anúncio,ID do anúncio,Dia,Valor gasto (USD),Impressões,Cliques no link,Alcance",
    ],
  ])("in %s", (_, headings) => {
    expect(read(headings, "C,S,A,77,2026-10-05,1.5,20,3,18").rows).toEqual([
      {
        from: "2026-10-05",
        to: "2026-10-05",
        campaign: "C",
        adset: "S",
        ad: "A",
        adId: "77",
        amountMinor: 150,
        currency: "USD",
        impressions: 20,
        linkClicks: 3,
        reach: 18,
        views: null,
        engagements: null,
        conversationsStarted: null,
      },
    ]);
  });

  it("are known whole: a cost per something is no amount, a list of ads is no ad", () => {
    const file = read(
      `Ads,Cost per result,Amount spent (USD),${ENDS}`,
      `"One;...and 5 more ads",9.5,3,${RANGE}`,
    );
    expect(file).toMatchObject({ level: "account", totalMinor: 300 });
  });

  it("name the currency, or a column does, or another heading", () => {
    expect(read(`Amount spent,Currency,${ENDS}`, `3,EUR,${RANGE}`).currency).toBe("EUR");
    expect(
      read(
        `Amount spent,CPM (cost per 1,000 impressions) (MYR),${ENDS}`.replace("1,000", "1000"),
        `3,2,${RANGE}`,
      ).currency,
    ).toBe("MYR");
  });
});

describe("rows", () => {
  it("of a total only leave nothing, and do not reconcile unless it is 0", () => {
    const head = `Campaign name,Amount spent (USD),${ENDS}`;
    expect(read(head, `,12.5,${RANGE}`)).toMatchObject({ rows: [], reconciles: false, from: null });
    expect(read(head, `,0,${RANGE}`)).toMatchObject({ rows: [], reconciles: true });
  });

  it("of one account with its total row are counted once", () => {
    const file = read(`Account name,Amount spent (USD),${ENDS}`, `,12.5,${RANGE}`, `Shop,12.5,${RANGE}`);
    expect(file).toMatchObject({ level: "account", detailRows: 1, totalMinor: 1250, reconciles: true });
  });

  it("cover all days that the report was made for, not only those with spend", () => {
    const file = read(
      `Campaign name,Day,Amount spent (USD),${ENDS}`,
      ",,3.5,2026-10-01,2026-10-31",
      "A,2026-10-05,3.5,2026-10-05,2026-10-05",
    );
    expect(file).toMatchObject({ from: "2026-10-01", to: "2026-10-31", hasDays: true });
  });

  it("of weeks stay ranges of their own", () => {
    const file = read(
      `Campaign name,Week,Amount spent (USD),${ENDS}`,
      "A,2026-10-05 - 2026-10-11,3.5,2026-10-05,2026-10-11",
      "A,2026-10-12 - 2026-10-18,4,2026-10-12,2026-10-18",
    );
    expect(file.rows.map(({ from, to, amountMinor }) => [from, to, amountMinor])).toEqual([
      ["2026-10-05", "2026-10-11", 350],
      ["2026-10-12", "2026-10-18", 400],
    ]);
    expect(file).toMatchObject({ hasDays: false, breakdowns: ["week"] });
    expect(file.warnings.join()).toContain("kept as one range");
  });

  it("that say “All” everywhere are not broken down at all", () => {
    const file = read(
      `Campaign name,Age,Amount spent (USD),${ENDS}`,
      `A,All,3,${RANGE}`,
      `B,All,2.5,${RANGE}`,
    );
    expect(file).toMatchObject({ breakdowns: [], totalMinor: 550 });
  });

  it("without a name anywhere in a column are of the level above", () => {
    expect(read(`Campaign name,Ad name,Amount spent (USD),${ENDS}`, `A,,3,${RANGE}`)).toMatchObject({
      level: "campaign",
    });
  });

  it("of one name and no id are added together, and it says so", () => {
    const file = read(`Ad name,Amount spent (USD),${ENDS}`, `Reel,3.25,${RANGE}`, `Reel,3.25,${RANGE}`);
    expect(file.rows).toMatchObject([{ ad: "Reel", amountMinor: 650 }]);
    expect(file.warnings.join(" ")).toMatch(/no ad id.*1 row has the same names/);
  });

  it("hold 0 where the file says 0, and nothing where it is blank", () => {
    const file = read(`Campaign name,Amount spent (USD),${ENDS}`, `A,0,${RANGE}`, `B,,${RANGE}`);
    expect(file.rows).toMatchObject([{ campaign: "A", amountMinor: 0 }]);
  });

  it("end in whatever line ends, also several in one file, and blank lines are none", () => {
    const csv = `Campaign name,Amount spent (USD),${ENDS}\r\nA,3,${RANGE}\nB,2.5,${RANGE}\r\n\r\n`;
    expect(read(csv)).toMatchObject({ detailRows: 2, totalMinor: 550 });
  });

  it("keep names on one line", () => {
    expect(
      read(`Campaign name,Amount spent (USD),${ENDS}`, `"A\r\nb\tc ",3,${RANGE}`).rows[0]?.campaign,
    ).toBe("A b c");
  });
});

const amounts = (...cells: string[]) =>
  read(
    `Campaign name;Amount spent (EUR);CPM;${ENDS.replace(",", ";")}`,
    ...cells.map((cell, index) => `C${index};${cell};${RANGE.replace(",", ";")}`),
  ).rows.map(({ amountMinor }) => amountMinor);

/** Total of one row whose amount alone can be read in two ways. */
const marked = (heading: string, cell: string) =>
  read(`Amount spent (EUR);${heading};${ENDS.replace(",", ";")}`, `1.234;${cell};${RANGE.replace(",", ";")}`)
    .totalMinor;

describe("numbers", () => {
  it("take their decimal mark from any cell that shows it", () => {
    expect(amounts("1.234;9,75", "2;8,1")).toEqual([123400, 200]);
    expect(amounts("1.234;9.75", "2;8.1")).toEqual([123, 200]);
    expect(amounts("1.234.567;", "1.234;")).toEqual([123456700, 123400]);
    expect(amounts("0,123;", "1.234;")).toEqual([12, 123400]);
  });

  it("take it from a count, which has no decimals, and else from a rate that is not read", () => {
    expect(marked("Impressions", "10.000")).toBe(123400);
    expect(marked("CPM", "7.88943739")).toBe(123);
  });

  it("of a currency with three decimals are read as Meta writes them", () => {
    expect(read(`Amount spent (KWD),${ENDS}`, `12.345,${RANGE}`).totalMinor).toBe(12345);
  });
});

describe("remarks", () => {
  const HEAD = `Campaign name,Messaging conversations started,Cost per messaging conversation started,Amount spent (USD),${ENDS}`;

  it("tell of costs that are not the amount divided by the conversations", () => {
    const fine = read(HEAD, `A,3,4.16666667,12.5,${RANGE}`, `B,7,1.43,10,${RANGE}`);
    expect(fine.warnings.join()).not.toContain("cost per conversation");
    const moved = read(HEAD, `A,3,4.16666667,12.5,${RANGE}`, `B,7,1.43,100,${RANGE}`);
    expect(moved.warnings.join()).toContain("In 1 row (the first is row 3)");
  });

  it("tell of characters that were lost on the way", () => {
    const csv = `Campaign name,Amount spent (USD),${ENDS}\nM\ufffdnze,1,${RANGE}`;
    expect(read(csv).warnings.join()).toContain("could not be read");
    const reading = readSpendFile(new TextEncoder().encode(csv));
    expect(reading.ok && reading.file.warnings.join()).not.toContain("could not be read");
  });
});
