/** The page's colours; dark has no source in the facts and follows the family's own dark pages. */
const THEMES = {
  light: {
    ground: "#f1f4f7",
    surface: "#ffffff",
    sunken: "#f1f4f7",
    text: "#1c2b33",
    faint: "#63747e",
    line: "#dee3e9",
    hover: "rgba(5, 31, 54, 0.05)",
    selected: "#e7f0fa",
    accent: "#0a66c2",
    bubble: "#eef1f4",
    own: "#0a7cff",
    warn: "#fff4d6",
    skeleton: "#e3e8ec",
  },
  dark: {
    ground: "#18191a",
    surface: "#242526",
    sunken: "#3a3b3c",
    text: "#e4e6eb",
    faint: "#a8abb1",
    line: "#3e4042",
    hover: "rgba(255, 255, 255, 0.07)",
    selected: "#263951",
    accent: "#6cb2ff",
    bubble: "#3a3b3c",
    own: "#0a7cff",
    warn: "#4a3b12",
    skeleton: "#3a3b3c",
  },
} as const;

export type Theme = keyof typeof THEMES;

const sheet = new CSSStyleSheet();

/** Writes the theme's colours as custom properties, and the page's base rules. */
export function applyTheme(theme: Theme, tinyRem: boolean): void {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  const colours = Object.entries(THEMES[theme]).map(([name, value]) => `--${name}:${value}`);
  sheet.replaceSync(`
    :root{${colours.join(";")};color-scheme:${theme}${tinyRem ? ";font-size:10px" : ""}}
    *,*::before,*::after{box-sizing:border-box}
    html,body{height:100%}
    body{margin:0;overflow:hidden;background:var(--ground);color:var(--text);
      font:14px/20px "SF Pro Text",Roboto,"Segoe UI",Helvetica,Arial,sans-serif}
    *{scrollbar-width:thin;scrollbar-color:var(--line) transparent}
    a{color:inherit;text-decoration:none}
    p{margin:0}
    [role=button],[role=tab]{cursor:pointer}
    [role=textbox] p{margin:0}
  `);
}
