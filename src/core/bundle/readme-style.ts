/**
 * The look of 00-readme.html: black on white, legible on a phone, and on A4 a
 * list in which no item is torn apart. `folder` is ours and ASCII; it stands at
 * the foot of each sheet, so that a loose one is still identifiable.
 */
export function readmeStyle(folder: string): string {
  return `
:root { color-scheme: only light; }
* { box-sizing: border-box; }
html { background: #fff; color: #111; -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 3rem;
  font: 400 1rem/1.65 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Helvetica Neue", Arial, sans-serif;
}
[lang="en"] { font-family: "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", sans-serif; color: #444; line-height: 1.5; }
h1, h2, h3, p, ul, dl, dd { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.3; }
h2 { font-size: 1.15rem; line-height: 1.4; margin: 2.25rem 0 .75rem; padding-bottom: .35rem; border-bottom: 2px solid #111; }
h3 { font-size: 1rem; margin: 1.25rem 0 .35rem; }
h1 [lang="en"], h2 [lang="en"], h3 [lang="en"] { font-weight: 400; font-size: .8em; }
.name { margin-top: .25rem; font-family: ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .85rem; color: #444; overflow-wrap: anywhere; }
section > p, section > div > p { margin-top: .5rem; }
section > div[lang="en"] { margin-top: .9rem; font-size: .9rem; }
.flag { display: inline-block; margin-top: .75rem; padding: .3rem .6rem; border: 2px solid #111; font-weight: 700; }
.flag [lang="en"] { color: #111; font-weight: 400; }
dd .flag { border-width: 1px; font-weight: 400; margin-top: .35rem; padding: .1rem .4rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { text-align: left; vertical-align: top; border-bottom: 1px solid #999; padding: .8rem .75rem; }
thead th { border-bottom: 1px solid #111; padding-top: 0; padding-bottom: .4rem; font-size: .85rem; }
thead [lang="en"] { font-weight: 400; }
th:first-child { width: 4.75rem; padding-left: 0; }
th:nth-child(2) { width: 13rem; }
tbody th { font-size: 1.1rem; font-variant-numeric: tabular-nums; }
td:last-child { padding-right: 0; }
.picture { font-size: .75rem; line-height: 1.4; color: #444; }
.picture a { color: inherit; }
.picture img { display: block; width: 100%; height: auto; max-height: 16rem; object-fit: cover; object-position: top; border: 1px solid #999; margin-bottom: .25rem; background: #f4f4f4; }
.picture span { overflow-wrap: anywhere; }
dl > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: .1rem .6rem; padding: .15rem 0; }
dt { font-size: .85rem; line-height: 1.45; color: #444; padding-top: .2rem; }
dt [lang="en"] { font-size: .8rem; color: #666; }
dd { overflow-wrap: anywhere; }
dd ul { padding-left: 1.1rem; }
dd li [lang="en"] { display: block; }
dd li [lang="en"], dd p[lang="en"], .note { font-size: .85rem; }
dd p[lang="en"], .note { line-height: 1.4; }
.note { color: #444; }
table.numbers { display: table; width: auto; table-layout: auto; margin: .25rem 0; }
.numbers tr { display: table-row; }
.numbers th, .numbers th:first-child, .numbers th:nth-child(2), .numbers td, .numbers td:last-child { display: table-cell; width: auto; padding: .15rem .75rem .15rem 0; border-bottom: 1px solid #ddd; font-size: .85rem; font-weight: 400; font-variant-numeric: tabular-nums; }
bdi { overflow-wrap: anywhere; }
small { color: #444; font-size: .85rem; }
code { font-family: ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .8rem; overflow-wrap: anywhere; }
.prints dl > div { grid-template-columns: 15rem minmax(0, 1fr); border-bottom: 1px solid #ddd; padding: .3rem 0; }
footer { margin-top: 3rem; }
.line { display: inline-block; width: 9rem; border-bottom: 1px solid #111; margin: 0 1.5rem 0 .5rem; }
@media (max-width: 42rem) {
  body { padding: 1.25rem 1rem 2rem; }
  table, tbody, tr, td, tbody th { display: block; width: auto; }
  thead { display: none; }
  tr { border-bottom: 1px solid #999; padding: .9rem 0; }
  th, td { border: 0; padding: .25rem 0; }
  .picture img { max-height: 14rem; }
  dl > div, .prints dl > div { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  @page {
    size: A4; margin: 16mm 15mm 18mm;
    @bottom-left { content: "${folder}"; font: 7.5pt monospace; color: #333; }
    @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; color: #333; }
  }
  html { font-size: 9pt; }
  body { max-width: none; padding: 0; line-height: 1.5; }
  h2 { break-after: avoid; }
  h3 { break-after: avoid; }
  tr, .limits, .prints, footer, dl > div { break-inside: avoid; }
  thead { display: table-header-group; }
  section > p, section > div > p { margin-top: 3pt; }
  h2 { margin-top: 14pt; }
  th, td { padding: 6pt 8pt; }
  th:first-child { width: 16mm; }
  th:nth-child(2) { width: 38mm; }
  dl > div { grid-template-columns: 23mm minmax(0, 1fr); padding: .5pt 0; }
  .prints dl > div { grid-template-columns: 55mm minmax(0, 1fr); padding: 2pt 0; }
  .picture img { max-height: 50mm; }
  code { font-size: 6.9pt; }
  td:nth-child(2) { padding-right: 2pt; }
}
`
}
