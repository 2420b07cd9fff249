import type { Day } from "#lib/domain/day.ts";

/** One row as an export has it; the amount is plain decimal text, null writes an empty cell. */
export interface Written {
  day: Day;
  campaign: string;
  ad: string;
  adId: string;
  amount: string | null;
  impressions: number | null;
  /** Values of the breakdown columns, in their order. */
  split: string[];
}

/** How a program writes the same rows. */
export interface Dialect {
  language: keyof typeof HEADINGS;
  delimiter: "," | ";" | "\t";
  eol: "\n" | "\r\n";
  bom: boolean;
  quoteAll: boolean;
  decimal: "." | ",";
  /** Digits of whole amounts and counts in groups of three. */
  grouped: boolean;
  datesFirst: boolean;
  totalRow: boolean;
}

/** Campaign, ad, ad id, day, amount, impressions, start, end. */
export const HEADINGS = {
  en: [
    "Campaign name",
    "Ad name",
    "Ad ID",
    "Day",
    "Amount spent",
    "Impressions",
    "Reporting starts",
    "Reporting ends",
  ],
  es: [
    "Nombre de la campaña",
    "Nombre del anuncio",
    "Identificador del anuncio",
    "Día",
    "Importe gastado",
    "Impresiones",
    "Inicio del informe",
    "Fin del informe",
  ],
  de: [
    "Kampagnenname",
    "Anzeigenname",
    "Anzeigen-ID",
    "Tag",
    "Ausgegebener Betrag",
    "Impressionen",
    "Berichtsstart",
    "Berichtsende",
  ],
  fr: [
    "Nom de la campagne",
    "Nom de la publicité",
    "ID de la publicité",
    "Jour",
    "Montant dépensé",
    "Impressions",
    "Début des rapports",
    "Fin des rapports",
  ],
  it: [
    "Nome della campagna",
    "Nome dell'inserzione",
    "ID dell'inserzione",
    "Giorno",
    "Importo speso",
    "Impression",
    "Inizio dei report",
    "Fine dei report",
  ],
  pt: [
    "Nome da campanha",
    "Nome do anúncio",
    "Identificação do anúncio",
    "Dia",
    "Valor usado",
    "Impressões",
    "Início dos relatórios",
    "Término dos relatórios",
  ],
} as const;

interface File {
  rows: readonly Written[];
  /** Headings of the breakdown columns. */
  breakdowns: readonly string[];
  currency: string;
  /** The sum of the amounts as plain decimal text, for the total row. */
  total: string;
}

/** Writes rows in a dialect, with nothing but the columns that the reader looks at. */
export function writeCsv({ rows, breakdowns, currency, total }: File, dialect: Dialect): string {
  const [campaign, ad, adId, day, spent, impressions, starts, ends] = HEADINGS[dialect.language];
  const days = rows.map((row) => row.day).toSorted();
  const line = (dates: string[], cells: string[]) =>
    dialect.datesFirst ? [...dates, ...cells] : [...cells, ...dates];
  const lines = [
    line([starts, ends], [campaign, ad, adId, day, ...breakdowns, `${spent} (${currency})`, impressions]),
    ...(dialect.totalRow && rows.length > 0
      ? [
          line(
            [days[0] ?? "", days.at(-1) ?? ""],
            ["", "", "", "", ...breakdowns.map(() => ""), number(total, dialect), ""],
          ),
        ]
      : []),
    ...rows.map((row) =>
      line(
        [row.day, row.day],
        [
          row.campaign,
          row.ad,
          row.adId,
          row.day,
          ...row.split,
          ...[row.amount, row.impressions].map((cell) => number(cell, dialect)),
        ],
      ),
    ),
  ];
  const text = lines.map(
    (cells) => cells.map((cell) => quoted(cell, dialect)).join(dialect.delimiter) + dialect.eol,
  );
  return (dialect.bom ? "\ufeff" : "") + text.join("");
}

function number(value: string | number | null, { decimal, grouped }: Dialect): string {
  const [whole = "", fraction] = value === null ? [] : String(value).split(".");
  const group = decimal === "." ? "," : ".";
  const digits = grouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, group) : whole;
  return fraction === undefined ? digits : digits + decimal + fraction;
}

const quoted = (cell: string, { delimiter, quoteAll }: Dialect): string =>
  quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
