/**
 * The content script is written for React and built with Preact, which does the same for what the overlay uses:
 * react-dom alone is 67 KB, and the page pays for all that a content script carries (95 KB at most).
 */
export const preactAlias = [
  { find: /^react\/jsx-(?:dev-)?runtime$/, replacement: "preact/jsx-runtime" },
  { find: /^react-dom\/client$/, replacement: "preact/compat/client" },
  { find: /^react(?:-dom)?$/, replacement: "preact/compat" },
];
