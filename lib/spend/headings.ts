/** What a column of an export says, as far as spend needs it. */
export const NAMES = ["campaign", "adset", "ad"] as const;
export const IDS = ["campaignId", "adsetId", "adId"] as const;
export const COUNTS = [
  "impressions",
  "linkClicks",
  "reach",
  "views",
  "engagements",
  "conversationsStarted",
] as const;
export const BREAKDOWNS = [
  "age",
  "gender",
  "country",
  "region",
  "dma",
  "platform",
  "placement",
  "device",
  "hour",
  "objective",
  "week",
  "month",
] as const;

export type Count = (typeof COUNTS)[number];
export type Breakdown = (typeof BREAKDOWNS)[number];
export type Role =
  | (typeof NAMES)[number]
  | (typeof IDS)[number]
  | Count
  | Breakdown
  | "account"
  | "accountId"
  | "day"
  | "starts"
  | "ends"
  | "currency"
  | "spend"
  | "costPerConversation"
  | "results"
  | "resultIndicator";

/**
 * Headings as Meta writes them in English, Spanish, German, French, Italian and Portuguese, with earlier names and
 * both Portugueses. A column is known by its whole heading only: "Cost per …" is another column.
 */
const SPELLINGS: Record<Role, string> = {
  account:
    "Account name|Nombre de la cuenta|Kontoname|Name des Kontos|Nom du compte|Nome dell'account|Nome account|Nome da conta",
  accountId:
    "Account ID|Identificador de la cuenta|ID de la cuenta|Konto-ID|ID des Kontos|ID du compte|Identifiant du compte|ID dell'account|ID account|ID da conta|Identificação da conta",
  campaign:
    "Campaign name|Nombre de la campaña|Kampagnenname|Name der Kampagne|Nom de la campagne|Nome della campagna|Nome campagna|Nome da campanha",
  campaignId:
    "Campaign ID|Identificador de la campaña|ID de la campaña|ID de campaña|Kampagnen-ID|ID der Kampagne|ID de la campagne|Identifiant de la campagne|N° de la campagne|ID della campagna|ID campagna|ID da campanha|Identificação da campanha",
  adset:
    "Ad set name|Nombre del conjunto de anuncios|Anzeigengruppenname|Name der Anzeigengruppe|Nom de l'ensemble de publicités|Nome del gruppo di inserzioni|Nome do conjunto de anúncios",
  adsetId:
    "Ad set ID|Identificador del conjunto de anuncios|ID del conjunto de anuncios|Anzeigengruppen-ID|ID der Anzeigengruppe|ID de l'ensemble de publicités|Identifiant de l'ensemble de publicités|N° de l'ensemble de publicités|ID del gruppo di inserzioni|ID gruppo di inserzioni|ID do conjunto de anúncios|Identificação do conjunto de anúncios",
  ad: "Ad name|Nombre del anuncio|Anzeigenname|Name der Anzeige|Nom de la publicité|Nome dell'inserzione|Nome inserzione|Nome do anúncio",
  adId: "Ad ID|Identificador del anuncio|ID del anuncio|ID de anuncio|Anzeigen-ID|ID der Anzeige|ID de la publicité|Identifiant de la publicité|N° de la publicité|Numéro de la publicité|ID dell'inserzione|ID inserzione|ID do anúncio|Identificação do anúncio",
  day: "Day|Día|Tag|Jour|Giorno|Dia",
  week: "Week|Semana|Woche|Semaine|Settimana",
  month: "Month|Mes|Monat|Mois|Mese|Mês",
  starts:
    "Reporting starts|Inicio del informe|Inicio de los informes|Berichtsstart|Berichtsbeginn|Auswertungsstart|Auswertungsbeginn|Début des rapports|Début du rapport|Inizio dei report|Inizio del report|Inizio report|Início dos relatórios|Início do relatório",
  ends: "Reporting ends|Fin del informe|Fin de los informes|Berichtsende|Auswertungsende|Fin des rapports|Fin du rapport|Fine dei report|Fine del report|Fine report|Término dos relatórios|Encerramento dos relatórios|Fim dos relatórios|Fim do relatório",
  currency: "Currency|Divisa|Moneda|Währung|Devise|Valuta|Moeda",
  spend:
    "Amount spent|Importe gastado|Ausgegebener Betrag|Montant dépensé|Importo speso|Valor usado|Valor gasto|Montante gasto",
  impressions: "Impressions|Impresiones|Impressionen|Impression|Impressioni|Impressões",
  linkClicks:
    "Link clicks|Clics en el enlace|Link-Klicks|Linkklicks|Clics sur un lien|Clics sur le lien|Clic sul link|Click sul link|Cliques no link|Cliques na ligação",
  reach: "Reach|Alcance|Reichweite|Portée|Couverture|Copertura",
  views: "Views|Visualizaciones|Aufrufe|Vues|Visualizzazioni|Visualizações",
  engagements:
    "Post engagements|Post engagement|Interacciones con la publicación|Interacción con la publicación|Beitragsinteraktionen|Beitragsinteraktion|Interactions avec la publication|Interactions avec les publications|Interazioni con il post|Engajamentos com o post|Engajamento com o post|Interações com a publicação",
  conversationsStarted:
    "Messaging conversations started|Conversaciones con mensajes iniciadas|Conversas por mensagem iniciadas",
  costPerConversation:
    "Cost per messaging conversation started|Costo por conversación con mensajes iniciada|Custo por conversa por mensagem iniciada",
  results: "Results|Resultados|Ergebnisse|Résultats|Risultati",
  resultIndicator:
    "Result indicator|Indicador de resultado|Indicador de resultados|Indikator für Ergebnisse|Indicateur de résultats|Indicatore di risultato",
  age: "Age|Edad|Alter|Âge|Età|Idade",
  gender: "Gender|Sexo|Género|Geschlecht|Sexe|Genre|Genere|Sesso|Gênero",
  country: "Country|País|Land|Pays|Paese",
  region: "Region|Región|Région|Regione|Região",
  dma: "DMA region|Región DMA|DMA-Region|Région DMA|Regione DMA|Região DMA",
  platform: "Platform|Plataforma|Plattform|Plateforme|Piattaforma",
  placement: "Placement|Ubicación|Platzierung|Posizionamento|Posicionamento",
  device:
    "Device platform|Impression device|Device|Plataforma del dispositivo|Geräteplattform|Plateforme de l'appareil|Piattaforma del dispositivo|Plataforma do dispositivo",
  hour: "Time of day (ad account time zone)|Time of day (viewer's time zone)",
  objective: "Objective|Objetivo|Ziel|Objectif|Obiettivo",
};

/** Without accents, case, doubled spaces, typographic apostrophes and a trailing currency. */
const plain = (heading: string): string =>
  heading
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/’/gu, "'")
    .replace(/\s+/gu, " ")
    .replace(/ ?\([A-Z]{3}\)$/, "")
    .trim()
    .toLowerCase();

const ROLES = new Map(
  Object.entries(SPELLINGS).flatMap(([role, spellings]) =>
    spellings.split("|").map((spelling): [string, Role] => [plain(spelling), asRole(role)]),
  ),
);

/** safe because the keys of SPELLINGS are roles. */
function asRole(key: string): Role {
  return key as Role;
}

/** What a heading stands for; null where spend has no use for the column. */
export const roleOf = (heading: string): Role | null => ROLES.get(plain(heading)) ?? null;

/** The currency that ends a heading, as in "Amount spent (USD)". */
export const currencyIn = (heading: string): string | null => /\(([A-Z]{3})\)$/.exec(heading)?.[1] ?? null;
