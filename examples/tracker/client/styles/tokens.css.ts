const LIGHT = `
  color-scheme: light;
  --paper: #f6f2ea; --sheet: #fffdf9; --hover: #faf5ec; --ink: #241f19; --soft: #6a6155; --rule: #e5dccd; --line: #cfc3b0;
  --brand: #a5381a; --brand-deep: #862b12; --on-brand: #fffaf6; --brand-wash: #fbe9e1;
  --feature: #0b6868; --bug: #a8321f; --review: #4a4d9e; --release: #835300; --change: #4c5a66; --doc: #3d6a28; --test: #7a3b88;
  --shade: 0 1px 2px rgb(60 40 20 / 6%), 0 8px 24px -12px rgb(60 40 20 / 14%);
  --face-light: 88%; --face-ink: 26%;
`;
const DARK = `
  color-scheme: dark;
  --paper: #14181b; --sheet: #1c2226; --hover: #222a2f; --ink: #ece6da; --soft: #a59d90; --rule: #2c353b; --line: #46525a;
  --brand: #f0906b; --brand-deep: #f7ab8d; --on-brand: #2a0f05; --brand-wash: #3a211a;
  --feature: #58c4bd; --bug: #f08a75; --review: #a3a7f0; --release: #e3b04e; --change: #a5b4c0; --doc: #94c977; --test: #d39be0;
  --shade: 0 1px 2px rgb(0 0 0 / 30%), 0 8px 24px -12px rgb(0 0 0 / 50%);
  --face-light: 26%; --face-ink: 84%;
`;

const FACES = [14, 42, 150, 190, 232, 306].map((hue, i) => `.face-${i} { --hue: ${hue}; }`).join('\n');
const KINDS = ['feature', 'bug', 'review', 'release', 'change', 'doc', 'test']
  .map((kind) => `.kind-${kind}, .slip-${kind} { --kind: var(--${kind}); }`)
  .join('\n');

/** The product's colours and type; also what it tells Waymark about its brand. */
export const tokens = `
:root { ${LIGHT}
  --deck: #1e2a33; --deck-ink: #f4eee3; --deck-soft: #b9c1c6; --deck-line: #35434d; --lead: #e5633c;
  --serif: "Iowan Old Style", "Palatino Nova", Charter, "Source Serif 4", Georgia, "Songti SC", "Noto Serif CJK SC", serif;
  --sans: "Avenir Next", "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans", "Noto Sans CJK SC", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace;
  --waymark-accent: #a5381a; --waymark-radius: 8px;
}
:root[data-theme="dark"] { ${DARK} --waymark-accent: #f0906b; }
@media (prefers-color-scheme: dark) { :root[data-theme="auto"] { ${DARK} --waymark-accent: #f0906b; } }
${FACES}
${KINDS}
`;
