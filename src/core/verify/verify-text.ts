/**
 * verify.txt and verify.zh-cn.txt, whose commands a reader without us runs. They
 * have this bundle's own numbers in them, or they check another one: a log or a
 * key that was put in the place of another is then refused by them and not by us.
 */
import { EvidenceError } from "../errors.ts"
import type { BagInfo } from "./bag-info.ts"
import { type Contents, strictText } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"

const FILES = ["verify.txt", "verify.zh-cn.txt"] as const
const TEXT_LIMIT = 64 * 1024 * 1024
/** A stamp by its own name, as its command has it; those over the whole are found by a loop. */
const STAMP = /-in (\S+\.(?:tsr|tst))(?=\s)/g

/** Nothing of a text that is not there: another layer says so. */
export async function verifyTextFaults(contents: Contents, info: BagInfo): Promise<Finding[]> {
  const faults: Finding[] = []
  for (const path of FILES) {
    if (!contents.files.has(path)) continue
    const text = await textOf(contents, path)
    const wanted = [
      `"Custody-Head-SHA256: ${info.custodyHead ?? ""}"`,
      `"Custody-Entries: ${info.custodyEntries ?? ""}"`,
      `"^${info.deviceKey ?? ""} "`,
    ]
    const named = Array.from(text.matchAll(STAMP), ([, stamp = ""]) => stamp)
    const isOfThis =
      wanted.every(each => text.includes(each)) && named.every(stamp => contents.files.has(stamp))
    if (!isOfThis) faults.push(finding("bag/verify-text", { path }))
  }
  return faults
}

async function textOf(contents: Contents, path: string): Promise<string> {
  try {
    return strictText(await contents.read(path, TEXT_LIMIT))
  } catch (thrown) {
    // Without a text that can be read, none of what has to be in it is there.
    if (thrown instanceof EvidenceError) return ""
    throw thrown
  }
}
