import { asCount, asFields, asString } from "../parse.ts"
import { type PageSigns } from "./judge.ts"

const LONGEST = 50_000

/** What the script in a page tells of it. @throws EvidenceError `input/malformed` */
export function parseSigns(input: unknown): PageSigns {
  const { href, status, shown } = asFields(input, "signs")
  return {
    href: asString(href, "signs.href").slice(0, LONGEST),
    status: status === null ? null : asCount(status, "signs.status"),
    shown: asString(shown, "signs.shown").slice(0, LONGEST),
  }
}
