/** Copies of the page that stand alone: read with the document, made when nothing else is asked of the page any more. */
import { type Language, languages } from "../i18n/language.ts"
import { translator } from "../i18n/t.ts"
import { parseCopyRead, parsePartRequests } from "../core/page-answers.ts"
import { type CopyWords } from "../protocol/page.ts"
import { addRequests } from "./keep-file.ts"
import { checkAddress } from "./ownership.ts"
import { keepText, type PageAsk } from "./page-texts.ts"
import { type Run } from "./run.ts"

export type When = "before" | "after"

const inAll = (key: "copy.onlyInPicture" | "copy.leftOut"): string =>
  languages.map((language: Language) => translator(language)(key)).join(" · ")

const words: CopyWords = { onlyInPicture: inAll("copy.onlyInPicture"), leftOut: inAll("copy.leftOut") }

/** Has the page's script read the document for a copy. Throws `capture/route-changed` where it is another page's. */
export async function readForCopy(run: Run, page: PageAsk, when: When): Promise<void> {
  checkAddress(run, parseCopyRead(await page("readForCopy", { when, words })).url)
}

/** Reads the parts and keeps the copies of all documents that were read. What a copy lacks stands in it, and is no gap. */
export async function keepCopies(run: Run, page: PageAsk): Promise<void> {
  // Who stops a capture waits for its end.
  const mayRequest = !run.signal.aborted
  const requests = parsePartRequests(await page("readParts", { mayRequest }))
  if (requests.length > 0) {
    run.note("offline-copies", "parts of the page requested by us", { count: requests.length })
    await addRequests(run, "part", requests)
  }
  const isRead = (when: When) =>
    run.steps().some(({ name, outcome }) => name === `offline-${when}` && outcome === "done")
  for (const when of (["before", "after"] as const).filter(isRead)) {
    const kind = `offline-${when}` as const
    await keepText(run, page, { step: "offline-copies", kind, path: `${kind}.html`, source: "derived" })
  }
}
