import { asString, malformed } from "../core/parse.ts"

const LONGEST_ID = 100

/** An id of anything that is kept. @throws EvidenceError `input/malformed` */
export function asId(input: unknown): string {
  const id = asString(input, "id")
  if (id === "" || id.length > LONGEST_ID) throw malformed("id")
  return id
}
