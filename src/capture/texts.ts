/**
 * Texts on their way out of the page. A content script cannot reach the vault,
 * and a message has a limit, so each is made once and fetched in chunks.
 */
import { utf8, type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Redaction } from "../core/evidence.ts"
import { base64Of } from "./base64.ts"
import { type TextKind } from "../core/page-facts.ts"
import { type Lists } from "./lists.ts"
import { type Copies, type When } from "./offline/copies.ts"
import { type Redrawer } from "./redrawn/redrawn.ts"
import { type AsFound, snapshotDocument } from "./snapshot.ts"
import { fetchSource } from "./source.ts"
import { visibleText } from "./text.ts"

const HTML = "text/html; charset=utf-8"
/** Bytes in one chunk; a third more as base64. */
const CHUNK = 6 * 1024 * 1024
const LARGEST = 256 * 1024 * 1024

export interface TextReady {
  readonly bytes: number
  readonly mediaType: string
  readonly redacted: readonly Redaction[]
  readonly url: string
  readonly status: number | null
  readonly date: string | null
}

export interface Texts {
  readonly take: (kind: TextKind) => Promise<TextReady>
  readonly readChunk: (kind: TextKind, offset: number) => Promise<{ readonly base64: string }>
}

/** What the texts are made of. `asFound`: how the page was before it was held, where it is. */
export interface Held {
  readonly copies: Copies
  readonly lists: Lists
  readonly asFound: () => AsFound | null
  readonly redrawn: Redrawer["take"]
}

export function textsOfPage(held: Held): Texts {
  const ready = new Map<TextKind, Bytes>()
  return {
    async take(kind) {
      const { bytes, ...facts } = await make(kind, held)
      if (bytes.length > LARGEST)
        throw new EvidenceError("bundle/limit", `${kind} has ${String(bytes.length)} bytes`)
      ready.set(kind, bytes)
      return { ...facts, bytes: bytes.length }
    },
    async readChunk(kind, offset) {
      const bytes = ready.get(kind)
      if (bytes === undefined) throw new EvidenceError("internal", `${kind} was not taken`)
      const chunk = bytes.subarray(offset, offset + CHUNK)
      if (offset + CHUNK >= bytes.length) ready.delete(kind)
      return { base64: await base64Of(new Blob([chunk])) }
    },
  }
}

type Made = Omit<TextReady, "bytes"> & { readonly bytes: Bytes }

async function make(kind: TextKind, { copies, lists, asFound, redrawn }: Held): Promise<Made> {
  const local = { url: location.href, status: null, date: null }
  switch (kind) {
    case "dom": {
      const { html, redacted } = snapshotDocument("dom", asFound())
      return { bytes: utf8(html), mediaType: HTML, redacted, ...local }
    }
    case "text": {
      const { text, redacted } = visibleText("text.txt", lists)
      return { bytes: utf8(text), mediaType: "text/plain; charset=utf-8", redacted, ...local }
    }
    case "source":
      return fetchSource("source.html")
    case "offline-before":
      return copyOf("before", copies)
    case "offline-after":
      return copyOf("after", copies)
    case "redrawn":
      return { ...redrawn(), mediaType: "image/png", redacted: [], status: null, date: null }
  }
}

function copyOf(when: When, copies: Copies): Made {
  const { html, url, redacted } = copies.make(when)
  return { bytes: utf8(html), mediaType: HTML, redacted, url, status: null, date: null }
}
