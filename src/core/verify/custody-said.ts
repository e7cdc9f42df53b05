/**
 * What the custody log says that other layers hold something against: the time
 * of its last line, and how each item began. Whether it is whole is the matter
 * of its own layer; a line that cannot be read says nothing here.
 */
import { EvidenceError } from "../errors.ts"
import { asFields, type Fields } from "../parse.ts"
import { type Contents, strictText } from "./contents.ts"

const CUSTODY = "data/custody.jsonl"
const LOG_LIMIT = 256 * 1024 * 1024

export interface CustodySaid {
  /** Null where the last line cannot be read. */
  readonly lastAt: string | null
  /** By the capture's id: whether a file was given, or a page captured. */
  readonly begun: ReadonlyMap<string, "import" | "capture">
}

export async function readCustodySaid(contents: Contents): Promise<CustodySaid> {
  const begun = new Map<string, "import" | "capture">()
  let lastAt: string | null = null
  for (const line of (await textOf(contents)).trimEnd().split("\n")) {
    const { at, event, capture, by } = readLine(line)
    lastAt = typeof at === "string" ? at : null
    if (event === "capture.started" && typeof capture === "string")
      begun.set(capture, by === "import" ? "import" : "capture")
  }
  return { lastAt, begun }
}

function readLine(line: string): Fields {
  try {
    return asFields(JSON.parse(line), CUSTODY)
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof RangeError || thrown instanceof EvidenceError)
      return {}
    throw thrown
  }
}

async function textOf(contents: Contents): Promise<string> {
  if (!contents.files.has(CUSTODY)) return ""
  try {
    return strictText(await contents.read(CUSTODY, LOG_LIMIT))
  } catch (thrown) {
    if (thrown instanceof EvidenceError) return ""
    throw thrown
  }
}
