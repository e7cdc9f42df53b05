/** The comments that an item's page sent here, out of what was sealed of them. */
import { EvidenceError } from "../../core/errors.ts"
import { parsePostJson, POST_JSON } from "../../core/post-facts/post-json.ts"
import { roadTo } from "../../core/queue/comment.ts"
import { MOST_LINKS } from "../../core/queue/parse-list.ts"
import { readBack } from "../../vault/blobs.ts"
import { addressToRead } from "../../vault/capture-row.ts"
import { caseIdOf } from "../../vault/case-row.ts"
import { captureById, fileAt } from "../../vault/read.ts"
import { type Vault } from "../../vault/schema.ts"
import { type Comments } from "./model.ts"

/**
 * Null where none are asked for. Throws `vault/damaged`, `vault/missing` and `input/malformed`, where what was read of
 * the page is not as it was sealed.
 */
export async function readComments(
  vault: Vault,
  of: string | null,
  asked: readonly string[],
): Promise<Comments | null> {
  if (of === null || asked.length === 0) return null
  const row = await captureById(vault, of)
  const file = await fileAt(vault, of, POST_JSON)
  if (row?.state !== "sealed" || row.trashedAt !== null || file === undefined) {
    return { item: null, entries: [], not: asked.length }
  }
  const { comments } = parsePostJson(parsed(new TextDecoder().decode(await readBack(vault, file.sha256))))
  const wanted = [...new Set(asked)].slice(0, MOST_LINKS).flatMap(at => comments[Number(at)] ?? [])
  const roads = wanted.flatMap(comment => roadTo(addressToRead(row), comment) ?? [])
  const caseId = caseIdOf(row)
  const entries = roads.map(({ url, comment }) => ({
    ...{ url, of, caseId },
    ...(comment === null ? {} : { comment }),
  }))
  return { item: row.item, entries, not: asked.length - entries.length }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (thrown) {
    throw new EvidenceError("input/malformed", "post.json is no JSON", { cause: thrown })
  }
}
