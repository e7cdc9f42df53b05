/** What is asked about lists of addresses, read field by field as platform/requests.ts does. */
import { asCount, asFields, asList, asMatch, asOneOf, malformed } from "../core/parse.ts"
import { parseCommentWords } from "../core/queue/comment.ts"
import { MOST_PACE } from "../core/queue/entry.ts"
import { LONGEST_LINK, MOST_LINKS } from "../core/queue/parse-list.ts"
import { type QueueApi, type QueueWish } from "../protocol/queue.ts"
import { asId } from "./ids.ts"
import { type Readers } from "./messaging.ts"

const accesses = ["all", "sites"] as const

export const queueReaders: Readers<QueueApi> = {
  startQueue: input => {
    const { entries, paceSeconds, access } = asFields(input, "startQueue")
    const read = asList(entries, "entries", asEntry)
    const pace = asCount(paceSeconds, "paceSeconds")
    if (read.length > MOST_LINKS || pace > MOST_PACE) throw malformed("startQueue")
    return { entries: read, paceSeconds: pace, access: asOneOf(access, "access", accesses) }
  },
  pauseQueue: queueOf,
  resumeQueue: input => ({
    ...queueOf(input),
    access: asOneOf(asFields(input, "resumeQueue").access, "access", accesses),
  }),
  stopQueue: queueOf,
  forgetQueue: queueOf,
}

function asEntry(input: unknown): QueueWish["entries"][number] {
  const { url, of, caseId, comment } = asFields(input, "entry")
  const address = asMatch(url, "url", /^https?:\/\//i)
  if (address.length > LONGEST_LINK || !URL.canParse(address)) throw malformed("url")
  return {
    ...{ url: address, of: of === null ? null : asId(of), caseId: asId(caseId) },
    ...(comment === undefined ? {} : { comment: parseCommentWords(comment) }),
  }
}

function queueOf(input: unknown): { queueId: string } {
  return { queueId: asId(asFields(input, "queue").queueId) }
}
