/**
 * Made-up pages, built as their sites build them, and what is to be read of each.
 * `expected.json` is written by the tool and read by people:
 *
 *     WRITE_EXPECTED=1 npx vitest run --config tests/vitest.config.ts --project unit tests/unit/capture/sites
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { readPostFacts } from "../../../../src/capture/post-facts.ts"
import { siteOf } from "../../../../src/capture/sites/all.ts"
import { judgeReading, type PostFacts } from "../../../../src/core/post-facts/judge.ts"
import { parseReading } from "../../../../src/core/post-facts/reading.ts"
import { type PageClock } from "../../../../src/core/post-facts/when.ts"

const FOLDER = "tests/fixtures/sites"

export interface Meta {
  readonly url: string
  /** The address of another post, which the page is not about. */
  readonly other?: string
  readonly clock: PageClock
}

export interface Fixture {
  /** `weibo/desktop-post`. */
  readonly name: string
  readonly html: string
  readonly meta: Meta
  readonly expectedFile: string
  /** Null while none was written. */
  readonly expected: PostFacts | null
}

export const fixtures: readonly Fixture[] = readdirSync(FOLDER, { withFileTypes: true })
  .filter(site => site.isDirectory())
  .flatMap(site => readdirSync(join(FOLDER, site.name)).map(page => `${site.name}/${page}`))
  .map(name => {
    const file = (path: string) => join(FOLDER, name, path)
    const expectedFile = file("expected.json")
    return {
      name,
      html: readFileSync(file("page.html"), "utf8"),
      meta: JSON.parse(readFileSync(file("meta.json"), "utf8")) as Meta,
      expectedFile,
      expected: existsSync(expectedFile)
        ? (JSON.parse(readFileSync(expectedFile, "utf8")) as PostFacts)
        : null,
    }
  })

/** The page as a document of its own; its scripts are text. */
export const documentOf = (html: string): Document => new DOMParser().parseFromString(html, "text/html")

/** What is read of it, on the way that it takes in the product: through JSON, and through the parser. */
export function factsOf(document: Document, { url, clock }: Meta): PostFacts {
  const reading: unknown = readPostFacts(document.documentElement, url, siteOf(new URL(url)), () => 0)
  return judgeReading(parseReading(JSON.parse(JSON.stringify(reading))), { clock, href: url })
}
