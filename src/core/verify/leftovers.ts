/**
 * Files that lie beside the items: papers at the root, what the user attached,
 * and data/people.json. What is in them is nobody's evidence; that they are
 * what their name's ending says is looked at, since a program opens them by it.
 */
import { EvidenceError } from "../errors.ts"
import { asFields } from "../parse.ts"
import { ATTACHED_FILE } from "./attached.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding, type Told } from "./finding.ts"
import { headOf } from "./picture-head.ts"

const PAPER = /^\d{2}-[a-z0-9-]+\.(?:html|pdf|docx)$/
const PEOPLE = "data/people.json"
const PEOPLE_LIMIT = 16 * 1024 * 1024
/** HTML may begin with a mark of the byte order, lines and spaces. */
const HEAD_BYTES = 64

const STARTS: Readonly<Record<string, RegExp>> = {
  html: /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)[\s>]/i,
  pdf: /^%PDF-/,
  docx: /^PK\x03\x04/,
  ofd: /^PK\x03\x04/,
  png: /^\x89PNG\r\n\x1a\n/,
  jpg: /^\xff\xd8\xff/,
}

export async function leftoverFindings(contents: Contents): Promise<Told> {
  const warnings: Finding[] = []
  for (const path of contents.files.keys()) {
    if (!PAPER.test(path) && !ATTACHED_FILE.test(path)) continue
    const start = STARTS[path.slice(path.lastIndexOf(".") + 1)]
    const head = await headOf(contents, path, HEAD_BYTES)
    // Latin 1, so that each byte is one character.
    const text = String.fromCharCode(...(head ?? []))
    if (start?.test(text) === false) warnings.push(finding("record/not-its-ending", { path }))
  }
  const people = await peopleFindings(contents)
  return { faults: people.faults, warnings: [...warnings, ...people.warnings] }
}

/** No version writes it yet: of a later one's, what it says cannot be held against anything. */
async function peopleFindings(contents: Contents): Promise<Told> {
  if (!contents.files.has(PEOPLE)) return { faults: [], warnings: [] }
  try {
    asFields(strictJson(await contents.read(PEOPLE, PEOPLE_LIMIT)), PEOPLE)
    return { faults: [], warnings: [finding("record/people-not-checked", {})] }
  } catch (thrown) {
    const reason = EvidenceError.from(thrown).message
    return { faults: [finding("record/people-malformed", { reason })], warnings: [] }
  }
}
