/**
 * 00-readme.html: what a judge opens first. Limits, then the list of items, then
 * the fingerprints. One page in two languages, no script, no network: everything
 * from pages is text, and the page's own policy would stop what is not.
 */
import type { BundleNumbers } from "./commands.ts"
import { leftOutLines } from "./left-out.ts"
import { casesSaid } from "./readme-filing.ts"
import { readmeItem } from "./readme-item.ts"
import { type BothWords, both, fact, paragraphs, print } from "./readme-parts.ts"
import { readmeStyle } from "./readme-style.ts"
import { escapeHtml } from "./shown.ts"
import type { BundleSnapshot } from "./snapshot.ts"
import { type ReadmeWords, stampsSaid } from "./words.ts"

const POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'"

export function readmeHtml(
  snapshot: BundleSnapshot,
  numbers: BundleNumbers,
  words: BothWords,
  documents: readonly { readonly path: string }[] = [],
): string {
  const zh = words.zh.readme
  const en = words.en.readme
  const said = stampsSaid(numbers)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(zh.documentTitle)} · ${escapeHtml(en.documentTitle)} · ${numbers.folder}</title>
<style>${readmeStyle(numbers.folder)}</style>
</head>
<body>
<header>
<h1>${both(zh.listTitle, en.listTitle)}</h1>
<p class="name">${numbers.folder}</p>
${casesSaid(snapshot, words)}${documents.map(({ path }) => `<p>${both(zh.document(path), en.document(path))} <a href="${path}">${path}</a></p>\n`).join("")}${isAutomated(snapshot) ? `<p class="flag">${both(zh.automated, en.automated)}</p>\n` : ""}</header>
<section class="limits">
<h2>${both(zh.limitsTitle, en.limitsTitle)}</h2>
${paragraphs([...zh.limits(said), ...importedLimit(snapshot, zh)])}
<div lang="en">
${paragraphs([...en.limits(said), ...importedLimit(snapshot, en)])}
</div>
</section>
<section>
<h2>${both(zh.itemsTitle, en.itemsTitle)}</h2>
${itemTable(snapshot, words)}
${leftOutList(snapshot, zh, en)}</section>
<section class="prints">
<h2>${both(zh.fingerprintsTitle, en.fingerprintsTitle)}</h2>
${fingerprints(snapshot, numbers, zh, en)}
<p>${escapeHtml(zh.custodyNote)}</p>
<div lang="en">
${paragraphs([en.custodyNote])}
</div>
</section>
<section>
<h2>${both(zh.verifyTitle, en.verifyTitle)}</h2>
${paragraphs(zh.verifyHow)}
<div lang="en">
${paragraphs(en.verifyHow)}
</div>
</section>
<footer>
<p>${both(zh.signedBy, en.signedBy)}<span class="line"></span>${both(zh.date, en.date)}<span class="line"></span></p>
</footer>
</body>
</html>
`
}

/** Only where there is one. */
const importedLimit = ({ items }: BundleSnapshot, words: ReadmeWords): string[] =>
  items.some(({ record }) => record.imported !== undefined) ? [words.importedLimit] : []

/** Headless browsers and scripts can capture too; a reader must know it from the first line on. */
function isAutomated(snapshot: BundleSnapshot): boolean {
  return snapshot.items.some(
    ({ record }) => record.environment.automation.value === "yes" || record.trigger === "script",
  )
}

function itemTable(snapshot: BundleSnapshot, words: BothWords): string {
  const zh = words.zh.readme
  const en = words.en.readme
  if (snapshot.items.length === 0) return `<p>${both(zh.noItems, en.noItems)}</p>`
  const columns = [
    [zh.number, en.number],
    [zh.picture, en.picture],
    [zh.facts, en.facts],
  ]
  return `<table class="items">
<thead><tr>${columns.map(([a = "", b = ""]) => `<th scope="col">${both(a, b)}</th>`).join("")}</tr></thead>
<tbody>
${snapshot.items.map(item => readmeItem(item, words)).join("\n")}
</tbody>
</table>`
}

function leftOutList(snapshot: BundleSnapshot, zh: ReadmeWords, en: ReadmeWords): string {
  if (snapshot.leftOut.length === 0) return ""
  const lines = leftOutLines(snapshot.leftOut).map(say => `<li>${both(say(zh), say(en))}</li>`)
  return `<h3>${both(zh.leftOutTitle, en.leftOutTitle)}</h3>\n<ul>\n${lines.join("\n")}\n</ul>\n`
}

/** Since when at the latest: the key signs for an installation, of which this says that it is no younger. */
function keyExisted(
  { authority, time }: BundleNumbers["keyStamps"][number],
  zh: ReadmeWords,
  en: ReadmeWords,
): string {
  const at = `${time.slice(0, 19).replace("T", " ")} UTC`
  return both(zh.keyExisted(authority, at), en.keyExisted(authority, at))
}

function fingerprints(
  snapshot: BundleSnapshot,
  numbers: BundleNumbers,
  zh: ReadmeWords,
  en: ReadmeWords,
): string {
  const { tool } = snapshot
  const said = stampsSaid(numbers)
  const exportedAt = `${snapshot.at.slice(0, 19).replace("T", " ")} (UTC)`
  const facts = [
    fact(zh.bundle, en.bundle, numbers.folder),
    fact(zh.exportedAt, en.exportedAt, escapeHtml(exportedAt)),
    fact(zh.itemCount, en.itemCount, String(snapshot.items.length)),
    fact(zh.manifestPrint, en.manifestPrint, print(numbers.manifestSha256)),
    fact(zh.custodyHead, en.custodyHead, print(numbers.custodyHead)),
    fact(zh.custodyEntries, en.custodyEntries, String(numbers.custodyEntries)),
    fact(zh.deviceKey, en.deviceKey, print(numbers.deviceKey)),
    ...numbers.keyStamps.map(stamp => fact(zh.keyStamp, en.keyStamp, keyExisted(stamp, zh, en))),
    fact(zh.timeStamp, en.timeStamp, both(zh.stamps(said), en.stamps(said))),
    fact(zh.tool, en.tool, escapeHtml(`${tool.name} ${tool.version}, commit ${tool.commit}`)),
    fact(zh.build, en.build, print(tool.build)),
  ]
  return `<dl>\n${facts.join("\n")}\n</dl>`
}
