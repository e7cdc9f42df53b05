/**
 * Copies of the page that stand alone: one file each, which opens from the disk
 * without a network. The document is read when it is told to; the parts are read
 * later, once for all copies, so that nothing waits for them.
 */
import { EvidenceError } from "../../core/errors.ts"
import { type Redaction } from "../../core/evidence.ts"
import { allElements, documentIn } from "../elements.ts"
import { countRedactions } from "../redact.ts"
import { type CopyWords, documentPieces } from "./document.ts"
import { partsOfPage } from "./parts.ts"
import { type Piece } from "./pieces.ts"
import { type PartRequest, readParts } from "./read-parts.ts"
import { type Written, writeCopy } from "./write.ts"

export type When = "before" | "after"

export interface CopyMade extends Written {
  /** The address that the document had when it was read. */
  readonly url: string
  readonly redacted: readonly Redaction[]
}

export interface Copies {
  /** Reads the document as it stands; answers with its address. */
  readonly read: (when: When, words: CopyWords) => { readonly url: string }
  readonly readParts: (mayRequest: boolean) => Promise<{ readonly requests: readonly PartRequest[] }>
  /** Throws `internal` for a document that was not read. It is kept no longer. */
  readonly make: (when: When) => CopyMade
}

interface DocumentRead {
  readonly url: string
  readonly at: string
  readonly pieces: readonly Piece[]
  readonly redacted: readonly Redaction[]
}

export function copiesOfPage(): Copies {
  const parts = partsOfPage()
  const documents = new Map<When, DocumentRead>()
  return {
    read(when, words) {
      const url = location.href
      const counter = countRedactions()
      const at = new Date().toISOString()
      const pieces = documentPieces(document, { parts, counter, words, frames: 0 })
      documents.set(when, { url, at, pieces, redacted: counter.list(when) })
      return { url }
    },
    readParts: async mayRequest => ({
      requests: await readParts(parts, { mayRequest, isLoaded: loadedByPage() }),
    }),
    make(when) {
      const read = documents.get(when)
      if (read === undefined) throw new EvidenceError("internal", `the document ${when} was not read`)
      documents.delete(when)
      const { url, at, pieces, redacted } = read
      return { ...writeCopy(pieces, { of: `dom-${when}.html`, url, at }), url, redacted }
    },
  }
}

/** The browser lists so many loads of a document, and no more (Resource Timing, §4.3). */
const LISTED = 250

/** What the page and its frames loaded, by the browser's list. Where that is full, everything may have been. */
function loadedByPage(): (url: string) => boolean {
  const windows = [window, ...allElements().flatMap(element => documentIn(element)?.defaultView ?? [])]
  const listed = windows.map(({ performance }) =>
    performance.getEntriesByType("resource").map(({ name }) => name),
  )
  const isFull = listed.some(names => names.length >= LISTED)
  const loaded = new Set(listed.flat())
  return url => isFull || url.startsWith("blob:") || loaded.has(url.replace(/#.*$/, ""))
}
