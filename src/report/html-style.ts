/** The report page's style: the reader's own fonts, light or dark as the reader's system is. */
export const style = `
:root { color-scheme: light dark; --text: #1f2328; --muted: #59636e; --line: #d1d9e0; --page: #fff; --bad: #d1242f; --warn: #9a6700; --good: #1a7f37; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --muted: #9198a1; --line: #3d444d; --page: #0d1117; --bad: #ff7b72; --warn: #d29922; --good: #3fb950; } }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1280px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 22px; overflow-wrap: anywhere; }
h2 { font-size: 17px; margin-top: 32px; }
h3 { font-size: 15px; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: 6px 12px 6px 0; text-align: right; vertical-align: top; }
th { font-weight: 600; }
.name { text-align: left; overflow-wrap: anywhere; min-width: 6em; }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
small, footer, figcaption { color: var(--muted); font-size: 13px; }
td { white-space: nowrap; }
td.name { white-space: normal; }
td small { display: block; }
.fail { color: var(--bad); font-weight: 600; }
.warn { color: var(--warn); font-weight: 600; }
figure { margin: 16px 0; max-width: 640px; }
svg text { fill: var(--text); font: 13px system-ui, sans-serif; }
.tick { fill: var(--muted); font-size: 11px; }
.axis { fill: none; stroke: var(--line); }
.best circle { fill: var(--good); }
.beaten circle { fill: none; stroke: var(--muted); stroke-width: 2; }
dt { font-weight: 600; overflow-wrap: anywhere; }
dd { margin: 0 0 8px; overflow-wrap: anywhere; }
`;
