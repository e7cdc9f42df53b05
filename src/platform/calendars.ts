/**
 * OpenTimestamps calendars. They take 32 bytes from any origin without asking
 * first (integrity.md §4), so that no permission of the browser is needed; the
 * user's own switch is asked by whoever calls.
 */
import { type Bytes, hex } from "../core/bytes.ts"
import { MOST_ANSWER_BYTES } from "../core/ots/proof.ts"
import { get, post } from "./post.ts"

const ANSWER = "application/vnd.opentimestamps.v1"

/** A calendar's promise over 32 bytes. Throws `time/offline`, `time/refused`, or `time/bad-answer`. */
export async function submitDigest(calendar: string, tip: Bytes): Promise<Bytes> {
  const letter = { url: `${calendar}/digest`, body: tip, type: null, accept: ANSWER, authorization: null }
  return (await post(letter, MOST_ANSWER_BYTES)).bytes
}

/** What has become of a promise; null while the calendar says that it has nothing. Throws as {@link submitDigest}. */
export const askCalendar = (calendar: string, commitment: Bytes): Promise<Bytes | null> =>
  get(`${calendar}/timestamp/${hex(commitment)}`, ANSWER, MOST_ANSWER_BYTES)
