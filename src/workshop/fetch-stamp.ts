/** A time stamp from an authority: asked for, judged, stored. Nothing is sent but the request of the row. */
import { type Bytes } from "../core/bytes.ts"
import { againstServer } from "../core/clock.ts"
import { EvidenceError } from "../core/errors.ts"
import { type Authority } from "../core/stamp/authority.ts"
import { checkStamp } from "../core/stamp/check.ts"
import { REPLY_LIMIT } from "../core/stamp/reply.ts"
import { now } from "../platform/clock.ts"
import { post } from "../platform/post.ts"
import { type FetchedStamp } from "../protocol.ts"
import { readBack, storeBytes } from "../vault/blobs.ts"
import { stampById } from "../vault/read.ts"
import { authorities } from "../vault/read-settings.ts"
import { type Vault } from "../vault/schema.ts"

/** A reply that holds, with its bytes. */
export interface Stamped extends FetchedStamp {
  readonly reply: Bytes
  readonly certificates: readonly Bytes[]
}

/** Asks for a stamp that is awaited. Throws `time/…`, or `vault/missing`. */
export async function fetchStamp(vault: Vault, stampId: string): Promise<FetchedStamp> {
  const row = await stampById(vault, stampId)
  if (row === undefined) throw new EvidenceError("vault/missing", `stamp ${stampId}`)
  const authority = await authorityNamed(vault, row.authority)
  const data = await readBack(vault, row.digest)
  const { query } = row
  const { token, time, signer, httpDate } = await askAuthority(vault, authority, { query, data })
  return { token, time, signer, httpDate }
}

/** An authority that is switched on. Throws `time/not-allowed` for any other: nothing may be sent there. */
export async function authorityNamed(vault: Vault, name: string): Promise<Authority> {
  const found = (await authorities(vault)).find(each => each.name === name && each.on)
  if (found === undefined) throw new EvidenceError("time/not-allowed", `${name} is switched off`)
  return found
}

/**
 * Sends a request, and judges the reply by all that can be judged without
 * trusting anybody: whether its root is trusted is for the reader of a bundle.
 * Throws `time/offline`, `time/refused`, or `time/bad-answer`.
 */
export async function askAuthority(
  vault: Vault,
  { url, authorization }: Authority,
  { query, data }: { readonly query: Bytes; readonly data: Bytes },
): Promise<Stamped> {
  const letter = {
    url,
    body: query,
    type: "application/timestamp-query",
    accept: "application/timestamp-reply",
    authorization,
  }
  const { bytes: reply, date } = await post(letter, REPLY_LIMIT)
  const httpDate = againstServer(url, date, Date.parse(now()))
  const reading = await checkStamp({ reply, query, data, roots: [] })
  if (reading.kind !== "valid") {
    const why = reading.kind === "invalid" ? reading.fault : reading.reason
    throw new EvidenceError("time/bad-answer", `the reply does not hold: ${why}`)
  }
  const token = await storeBytes(vault, reply, "application/timestamp-reply", now())
  const { at: time, signer, certificates } = reading
  return { reply, token, time, signer, httpDate, certificates }
}
