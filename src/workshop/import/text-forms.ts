/** What documents, archives and saved pages say of themselves, where it stands as text. Nothing of them is run or shown. */
import { readZipPart } from "../../core/import/zip-part.ts"
import { asFields } from "../../core/parse.ts"
import { type Claims } from "./claims.ts"

const END_BYTES = 1024 * 1024

/** The information dictionary (ISO 32000-1, 14.3.3), where it lies open at either end of the file. */
export async function readPdf(blob: Blob, claims: Claims): Promise<void> {
  const ends = await Promise.all([latin1(blob.slice(0, END_BYTES)), latin1(blob.slice(-END_BYTES))])
  for (const text of ends) {
    for (const [key, name] of PDF_KEYS) {
      for (const [, written = ""] of text.matchAll(new RegExp(`/${key} ?\\(([^()\\\\]{1,200})\\)`, "g"))) {
        claims.add(name, `PDF ${key}`, written)
      }
    }
    for (const [key, name] of XMP_KEYS) {
      for (const [, written = ""] of text.matchAll(new RegExp(`<${key}>([^<]{1,100})</${key}>`, "g"))) {
        claims.add(name, `XMP ${key}`, written)
      }
    }
  }
}

const PDF_KEYS = [
  ["CreationDate", "created"],
  ["ModDate", "modified"],
  ["Producer", "software"],
  ["Creator", "software"],
] as const
const XMP_KEYS = [
  ["xmp:CreateDate", "created"],
  ["xmp:ModifyDate", "modified"],
  ["xmp:CreatorTool", "software"],
] as const

/** docProps/core.xml of ECMA-376, part 2. */
export async function readOffice(blob: Blob, claims: Claims): Promise<void> {
  const xml = (await readZipPart(blob, "docProps/core.xml")) ?? ""
  for (const [tag, name] of CORE_TAGS) {
    const written = new RegExp(`<${tag}(?: [^<>]{0,200})?>([^<]{1,1000})</${tag}>`).exec(xml)?.[1]
    claims.add(name, `core.xml ${tag}`, written === undefined ? null : unescaped(written))
  }
}

const CORE_TAGS = [
  ["dcterms:created", "created"],
  ["dcterms:modified", "modified"],
  ["dc:creator", "author"],
  ["cp:lastModifiedBy", "author"],
  ["dc:title", "title"],
] as const

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => ENTITIES[name] ?? "")

const HEAD_BYTES = 64 * 1024

/** What SingleFile writes into a comment at the head of what it saved. */
export async function readSavedPage(blob: Blob, claims: Claims): Promise<void> {
  const head = await blob.slice(0, HEAD_BYTES).text()
  const comment = /<!--\s*Page saved with SingleFile\s([\s\S]{0,4000}?)-->/.exec(head)?.[1]
  if (comment === undefined) return
  claims.add("software", "HTML comment", "SingleFile")
  claims.add("address", "SingleFile url", /^\s*url:(.{1,2000})$/m.exec(comment)?.[1])
  claims.add("archived", "SingleFile saved date", /^\s*saved date:(.{1,200})$/m.exec(comment)?.[1])
}

/** The first records' dates and addresses (WARC/1.1, 5.4 and 5.9). */
export async function readWarc(blob: Blob, claims: Claims): Promise<void> {
  const start = new Uint8Array(await blob.slice(0, 2).arrayBuffer())
  const head = blob.slice(0, HEAD_BYTES)
  const text = start[0] === 0x1f && start[1] === 0x8b ? await unzipped(head) : await head.text()
  for (const [, written = ""] of [...text.matchAll(/^WARC-Date: ?(\S{1,40})/gm)].slice(0, 5)) {
    claims.add("archived", "WARC-Date", written)
  }
  const address = /^WARC-Target-URI: ?<?(https?:\S{1,2000}?)>?\r?$/m.exec(text)?.[1]
  claims.add("address", "WARC-Target-URI", address)
}

/** As much as comes out of the beginning: the rest of a member that was cut off is missing by intent. */
async function unzipped(head: Blob): Promise<string> {
  const reader = head.stream().pipeThrough(new DecompressionStream("gzip")).getReader()
  const decoder = new TextDecoder()
  let text = ""
  try {
    while (text.length < HEAD_BYTES) {
      const { value, done } = await reader.read()
      if (done) break
      text += decoder.decode(value, { stream: true })
    }
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown
  }
  return text.slice(0, HEAD_BYTES)
}

/** datapackage.json of WACZ 1.1.1. */
export async function readWacz(blob: Blob, claims: Claims): Promise<void> {
  const text = await readZipPart(blob, "datapackage.json")
  if (text === null) return
  const { created, modified, software, title, mainPageUrl, mainPageDate } = asFields(
    parsed(text),
    "datapackage",
  )
  claims.add("archived", "WACZ created", created)
  claims.add("modified", "WACZ modified", modified)
  claims.add("software", "WACZ software", software)
  claims.add("title", "WACZ title", title)
  claims.add("address", "WACZ mainPageUrl", mainPageUrl)
  claims.add("archived", "WACZ mainPageDate", mainPageDate)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const latin1 = async (blob: Blob): Promise<string> =>
  new TextDecoder("latin1").decode(await blob.arrayBuffer())
