/**
 * 01-report.pdf, as values (product.md §4.2): from a bundle's own records, in one
 * language or both. No fact that is not in them; what is unknown is said to be.
 *
 * It stands at the bundle's root, made after the payload manifests and listed in
 * tagmanifest-sha256.txt (bundle.md, Order of making).
 */
import type { BothWords } from "../bundle/readme-parts.ts"
import type { Block, Paper } from "./block.ts"
import { declaration, glossary, verifyWays } from "./closing.ts"
import type { ReportContents, Section } from "./contents.ts"
import { cover } from "./cover.ts"
import { environments } from "./environment.ts"
import { evidenceList } from "./evidence-list.ts"
import { howToRead } from "./how-to-read.ts"
import { itemSheets } from "./item-sheet.ts"
import { prints } from "./prints.ts"
import { procedure } from "./procedure.ts"
import { speaker } from "./say.ts"
import { timeline } from "./timeline.ts"
import { localTime } from "./times.ts"
import type { ReportLanguage } from "./wanted.ts"
import { REPORT, type SectionName, sections } from "./words.ts"

export { REPORT }

const writers: Readonly<Record<SectionName, (section: Section) => readonly Block[]>> = {
  howToRead,
  evidenceList,
  timeline,
  items: itemSheets,
  procedure,
  environment: environments,
  prints,
  verify: verifyWays,
  declaration,
  glossary,
}

/** The same contents, words and language give the same paper. */
export function reportOf(contents: ReportContents, words: BothWords, language: ReportLanguage): Paper {
  const { snapshot, manifest, caseFacts } = contents
  const said = speaker(words, language)
  const offsetMinutes = snapshot.items[0]?.record.clock.utcOffsetMinutes ?? 0
  const section: Section = { ...contents, speaker: said, offsetMinutes }
  const madeAt = localTime(snapshot.at, offsetMinutes)
  return {
    title: said.inOne(({ report }) => report.title),
    language: said.tag,
    at: snapshot.at,
    header: said.inOne(({ report }) => report.header(caseFacts.number)),
    // All 64 digits: a few of them compare nothing (decisions.md).
    footer: (page, pages) =>
      `manifest-sha256.txt SHA-256: ${manifest.sha256}\n${said.inOne(({ report }) => report.footer(page, pages, madeAt))}`,
    blocks: [
      ...cover(section),
      ...sections.flatMap((name, at): Block[] => [
        ...(onOwnPage.has(name) ? ([{ kind: "page" }] as const) : []),
        {
          kind: "heading",
          level: 1,
          said: said.say(({ report }) => report.section(name, at + 1)),
          mark: said.inOne(({ report }) => report.section(name, at + 1)),
        },
        ...writers[name](section),
      ]),
    ],
  }
}

const onOwnPage: ReadonlySet<SectionName> = new Set([
  "howToRead",
  "items",
  "procedure",
  "prints",
  "verify",
  "declaration",
])
