/**
 * Made-up chats, built as their sites build them, and what is to be read of each.
 * `expected.json` is written by the tool and read by people:
 *
 *     WRITE_EXPECTED=1 npx vitest run --config tests/vitest.config.ts --project unit tests/unit/capture/chats
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { chatSiteOf } from "../../../../src/capture/chats/all.ts"
import { readSiteRow, siteRows } from "../../../../src/capture/chats/site-rows.ts"
import { type ChatMessage } from "../../../../src/core/chat/chat-json.ts"
import { type FrameRow, transcriptOf } from "../../../../src/core/chat/transcript.ts"
import { parseRowWords } from "../../../../src/core/chat/row.ts"
import { type PageClock } from "../../../../src/core/post-facts/when.ts"

const FOLDER = "tests/fixtures/chats"
const HEIGHT = 40

export interface Meta {
  readonly url: string
  readonly clock: PageClock
}

export type Told = Omit<ChatMessage, "n" | "frames">

export interface Fixture {
  readonly name: string
  readonly html: string
  readonly meta: Meta
  readonly expectedFile: string
  /** Null while none was written. */
  readonly expected: readonly Told[] | null
}

export const fixtures: readonly Fixture[] = readdirSync(FOLDER).map(name => {
  const file = (path: string) => join(FOLDER, name, path)
  const expectedFile = file("expected.json")
  return {
    name,
    html: readFileSync(file("page.html"), "utf8"),
    meta: JSON.parse(readFileSync(file("meta.json"), "utf8")) as Meta,
    expectedFile,
    expected: existsSync(expectedFile)
      ? (JSON.parse(readFileSync(expectedFile, "utf8")) as readonly Told[])
      : null,
  }
})

/** The page as a document of its own; its scripts are text. */
export const documentOf = (html: string): Document => new DOMParser().parseFromString(html, "text/html")

/** The messages of a page that shows them all at once, on the way that they take in the product. */
export function messagesOf(document: Document, { url, clock }: Meta): Told[] {
  const site = chatSiteOf(new URL(url))
  if (site === undefined) throw new Error(`no chat of ${url}`)
  const rows = siteRows(site, document.documentElement).flatMap((row, index): FrameRow[] => {
    const read = readSiteRow(site, row, clock)
    if (read === null) return []
    const words = parseRowWords(JSON.parse(JSON.stringify(read)))
    return [{ ...words, element: index, y: index * HEIGHT, height: HEIGHT, part: null }]
  })
  const { utcOffsetMinutes } = clock
  const messages = transcriptOf([{ path: "frame", at: clock.now, rows }], { utcOffsetMinutes, until: null })
  return messages.map(({ key, kind, side, sender, sentAt, day, text, replyTo }) => ({
    ...{ key, kind, side, sender, sentAt, day, text, replyTo },
  }))
}
