/**
 * post.json of the items: what was read of the page must be what some version
 * of the format writes, and where its address was taken from the page's own, it
 * cannot be another site's. What it says of the post is the page's word.
 */
import { EvidenceError } from "../errors.ts"
import { asFields, asMatch, asString, malformed } from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { finding, type Told } from "./finding.ts"
import type { CheckedRecord } from "./record-reading.ts"

const FILE = "post.json"
const FILE_LIMIT = 64 * 1024 * 1024

export async function postFindings(contents: Contents, item: string, record: CheckedRecord): Promise<Told> {
  const path = `data/${item}/${FILE}`
  if (!contents.files.has(path)) return { faults: [], warnings: [] }
  try {
    const says = readAddress(strictJson(await contents.read(path, FILE_LIMIT)))
    const { url, canonicalUrl } = record.said
    const pages = [url, canonicalUrl ?? ""].map(siteOf).filter(site => site !== null)
    const site = siteOf(says)
    const isOther = pages.length > 0 && says !== "" && (site === null || !pages.includes(site))
    return { faults: [], warnings: isOther ? [finding("record/post-address", { item, says, url })] : [] }
  } catch (thrown) {
    const reason = EvidenceError.from(thrown).message
    return { faults: [finding("record/post-malformed", { item, reason })], warnings: [] }
  }
}

/** The post's address where it was taken from the page's; else empty. */
function readAddress(input: unknown): string {
  const { schema, adapter, pageType, fields } = asFields(input, FILE)
  if (schema !== 1) throw malformed("schema")
  asString(asFields(adapter, "adapter").id, "adapter.id")
  asMatch(pageType, "pageType", /\S/)
  const { permalink } = asFields(fields, "fields")
  if (permalink === undefined) return ""
  const { value, source } = asFields(permalink, "fields.permalink")
  return source === "url" && value !== null ? asString(value, "fields.permalink.value") : ""
}

/** The end of the host's name: m.site.example and site.example are one. Null for what is no web address. */
function siteOf(address: string): string | null {
  const [, host] = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(address) ?? []
  return host === undefined ? null : host.toLowerCase().split(".").slice(-2).join(".")
}
