import type { CaptureRecord } from "../evidence.ts"
import type { ImportedRecord } from "../imported.ts"
import { type BothWords, both, fact } from "./readme-parts.ts"
import { escapeHtml, shownText } from "./shown.ts"

/**
 * What 00-readme.html says of an item that is a file from elsewhere: what it
 * shows and does not, what its user says, and what it says of itself. The file
 * is named, and neither shown nor linked to: it may be anybody's.
 */
export function importedSaid({ item }: CaptureRecord, imported: ImportedRecord, words: BothWords): string[] {
  const { zh, en } = { zh: words.zh.readme, en: words.en.readme }
  const { file, givenName, kind, kindBy, lastModified, stated, claims } = imported
  const said = zh
    .stated(stated)
    .map((text, at) => `<li>${both(safe(text), safe(en.stated(stated)[at] ?? ""))}</li>`)
  const lines = claims.map(
    ({ name, where, text }) =>
      `<li>${both(zh.claimName(name), en.claimName(name))} <small>${escapeHtml(where)}</small>: ${
        name === "position"
          ? both(zh.positionThere, en.positionThere)
          : `<bdi>${escapeHtml(shownText(text))}</bdi>`
      }</li>`,
  )
  return [
    fact(
      zh.importedFile,
      en.importedFile,
      `<bdi>${escapeHtml(shownText(givenName))}</bdi><br><small>data/${item}/${file}</small><p class="flag">${both(zh.importedNote, en.importedNote)}</p>`,
    ),
    fact(
      zh.importedKind,
      en.importedKind,
      both(zh.importedKindSaid(kind, kindBy), en.importedKindSaid(kind, kindBy)),
    ),
    ...(lastModified === null
      ? []
      : [
          fact(
            zh.lastModified,
            en.lastModified,
            escapeHtml(`${lastModified.slice(0, 19).replace("T", " ")} UTC`),
          ),
        ]),
    fact(
      zh.statedTitle,
      en.statedTitle,
      said.length === 0 ? both(zh.statedNone, en.statedNone) : `<ul>${said.join("")}</ul>`,
    ),
    fact(
      zh.claimsTitle,
      en.claimsTitle,
      lines.length === 0 ? both(zh.claimsNone, en.claimsNone) : `<ul>${lines.join("")}</ul>`,
    ),
  ]
}

/** The user's own words stand among ours. */
const safe = (text: string): string => shownText(text)
