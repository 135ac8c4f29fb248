const LIGHT = `
  color-scheme: light;
  --ground: #f5f6f4; --surface: #ffffff; --raised: #fafbf9; --hover: #f3f5f2;
  --text: #18201c; --muted: #5a655f; --border: #e2e6e2; --line: #c9d1cb;
  --accent: #0c6a4c; --accent-strong: #09573e; --on-accent: #ffffff; --accent-soft: #e0f1e9; --accent-wash: #f0f8f4;
  --danger: #b1223a; --danger-soft: #fdeaed; --warning: #845600; --warning-soft: #fcf1d8;
  --shadow: 0 1px 2px rgb(20 32 26 / 5%), 0 6px 20px -8px rgb(20 32 26 / 9%);
  --lift: 0 2px 6px rgb(20 32 26 / 8%), 0 24px 64px -12px rgb(20 32 26 / 28%);
  --tint: 92%; --ink: 30%;
  --mark-ground: #0c6a4c; --mark-post: #f4d35e; --mark-foot: #ffffff;
`;

const DARK = `
  color-scheme: dark;
  --ground: #0e1210; --surface: #151a17; --raised: #1a201d; --hover: #1c2320;
  --text: #e7ece9; --muted: #98a59e; --border: #242c28; --line: #3a463f;
  --accent: #4cc595; --accent-strong: #6bd5aa; --on-accent: #05130c; --accent-soft: #12322a; --accent-wash: #12231d;
  --danger: #f4798d; --danger-soft: #38171e; --warning: #e3ac47; --warning-soft: #33270f;
  --shadow: 0 1px 2px rgb(0 0 0 / 30%), 0 6px 20px -8px rgb(0 0 0 / 40%);
  --lift: 0 2px 6px rgb(0 0 0 / 40%), 0 24px 64px -12px rgb(0 0 0 / 70%);
  --tint: 19%; --ink: 76%;
  --mark-ground: #0c6a4c; --mark-post: #f4d35e; --mark-foot: #ffffff;
`;

// Eight hues that stay apart for most eyes; lightness comes from the theme, so that text on them keeps its contrast.
const HUES = [162, 200, 226, 262, 300, 338, 18, 42]
  .map((hue, i) => `.hue-${i} { --hue: ${hue}; }`)
  .join('\n');

/** Colours, type and shape, for both themes. */
export const tokens = `
:root { ${LIGHT}
  --radius: 10px; --radius-small: 7px; --unit: 4px;
  --sans: "Inter", "SF Pro Text", "Segoe UI Variable Text", "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei",
    "Noto Sans", "Noto Sans CJK SC", system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Noto Sans Mono CJK SC", monospace;
  --quick: 140ms cubic-bezier(.2, .7, .3, 1);
}
:root[data-theme="dark"] { ${DARK} }
@media (prefers-color-scheme: dark) { :root[data-theme="auto"] { ${DARK} } }
${HUES}
`;
