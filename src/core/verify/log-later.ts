/**
 * What was added to items after they were sealed: each thing has its line in
 * the log of the vault that it was added in, and each such line its thing in the
 * bundle. Marks on pictures alone may be left out, where the user so wished.
 */
import { EvidenceError } from "../errors.ts"
import { asFields, asList, asString, asTime } from "../parse.ts"
import { type Contents, strictJson, strictJsonOf, strictText } from "./contents.ts"
import { finding } from "./finding.ts"
import { type Later, laterKinds } from "./log-event.ts"
import type { LoggedItem } from "./log-items.ts"
import type { Life } from "./log-story.ts"
import type { Judged } from "./stamps.ts"

const LIMIT = 64 * 1024 * 1024

const FILES: Readonly<Record<Later, { readonly path: string; readonly list: string }>> = {
  readings: { path: "readings.jsonl", list: "" },
  corrections: { path: "corrections.json", list: "corrections" },
  annotations: { path: "annotations.json", list: "annotations" },
  redactions: { path: "redacted/redactions.json", list: "copies" },
  imports: { path: "import/imports.json", list: "files" },
}

/** `lives`: of the item in the logs of all vaults that it was in, its own one the last. */
export async function laterFaults(
  contents: Contents,
  { item }: LoggedItem,
  lives: readonly Life[],
): Promise<Judged[]> {
  const judged: Judged[] = []
  const isFromElsewhere = lives.length > 1
  for (const what of laterKinds) {
    const found = await timesIn(contents, item, what)
    if (found === null) continue
    const lines = lives.flatMap(({ kept }) => kept[what])
    const facts = { item, what, found: found.length, lines: lines.length }
    // A reading begins before it is kept, so its time is another than its line's: they are counted.
    const [more, less] =
      what === "readings"
        ? [found.length - lines.length, lines.length - found.length]
        : [beyond(found, lines), beyond(lines, found)]
    if (more > 0) judged.push(["fail", finding("history/unlogged", facts)])
    if (less <= 0) continue
    const isLeftOut = what === "annotations" && (found.length === 0 || isFromElsewhere)
    if (isLeftOut) judged.push(["pass", finding("history/marks-left-out", { item, lines: less })])
    else judged.push([isFromElsewhere ? "warn" : "fail", finding("history/not-kept", facts)])
  }
  return judged
}

/** How many of one list have no equal in the other. */
function beyond(list: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>()
  for (const each of other) left.set(each, (left.get(each) ?? 0) + 1)
  let count = 0
  for (const each of list) {
    const there = left.get(each) ?? 0
    if (there === 0) count += 1
    else left.set(each, there - 1)
  }
  return count
}

/** When each was kept, as its file says; null for a file that cannot be read, which is another layer's to say. */
async function timesIn(contents: Contents, item: string, what: Later): Promise<readonly string[] | null> {
  const { path, list } = FILES[what]
  const whole = `data/${item}/${path}`
  if (!contents.files.has(whole)) return []
  try {
    const bytes = await contents.read(whole, LIMIT)
    if (list === "")
      return strictText(bytes)
        .trimEnd()
        .split("\n")
        .map(line => timeOf(strictJsonOf(line), what))
    return asList(asFields(strictJson(bytes), path)[list], list, each => timeOf(each, what))
  } catch (thrown) {
    if (EvidenceError.from(thrown).code === "input/malformed") return null
    throw thrown
  }
}

/** As strict as the layer that a file is of, and no stricter: what neither says would be overlooked. */
function timeOf(input: unknown, what: Later): string {
  const { at } = asFields(input, what)
  return what === "imports" ? asString(at, "at") : asTime(at, "at")
}
