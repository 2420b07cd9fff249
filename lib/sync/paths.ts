/** Where the server answers what. */
export const PATHS = {
  events: "/v1/events",
  changes: "/v1/changes",
  presence: "/v1/presence",
  scorecard: "/v1/scorecard",
  me: "/v1/me",
  thisDevice: "/v1/me/device",
  deviceToken: "/v1/me/device/token",
  settings: "/v1/settings",
  sources: "/v1/sources",
  pages: "/v1/pages",
  lookAtPairing: "/v1/pairings/look",
  redeemPairing: "/v1/pairings/redeem",
  spendImports: "/v1/spend/imports",
  salesCheck: "/v1/sales/check",
  salesImports: "/v1/sales/imports",
  spendAccounts: "/v1/spend/accounts",
} as const;
