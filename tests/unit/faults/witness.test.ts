/** The judge of `npm run faults` finds what it looks for: each loss is put in by hand here. */
import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { newTally } from "../../../scripts/faults/fault.ts"
import { judge, type Seen } from "../../../scripts/faults/witness.ts"
import { type CaptureRow } from "../../../src/vault/capture-row.ts"
import { type Vault } from "../../e2e/harness/vault.ts"
import { draftOf, record } from "../vault/rows.ts"

const heights = { "/a": 800 }
const files = [
  { captureId: "a", path: "frames/0000.png", sha256: "1", bytes: 1 },
  { captureId: "a", path: "text.txt", sha256: "2", bytes: 1 },
]

function chain(...events: readonly Record<string, string>[]): string[] {
  let prev = "0".repeat(64)
  return events.map((event, index) => {
    const text = JSON.stringify({ seq: index + 1, ...event, prev })
    prev = createHash("sha256").update(text).digest("hex")
    return text
  })
}

const whole: CaptureRow = {
  ...draftOf("a", { url: "https://example.org/a", state: "sealed", complete: true, record }),
  item: 1,
  pages: [{ path: "page-1.png", sha256: record, from: [], y: 0, height: 800 }],
}
const torn: CaptureRow = {
  ...whole,
  complete: false,
  interrupted: true,
  gaps: [{ what: "frames", reason: "interrupted", count: null, where: null }],
}

function vaultWith(row: CaptureRow, different: Partial<Vault> = {}): Vault {
  const event = row.interrupted ? "capture.interrupted" : "capture.sealed"
  const lines = different.lines ?? chain({ event: "capture.started", capture: "a" }, { event, capture: "a" })
  const custody = lines.map(line => JSON.parse(line) as Vault["custody"][number])
  return { captures: [row], files, log: [], exports: [], lines, custody, ...different }
}

function judged(before: Vault, after: Vault, saved: readonly string[] = [], damaged: readonly string[] = []) {
  const tally = newTally()
  const seen: Seen = { vault: before, saved, exported: [] }
  judge(tally, seen, after, damaged, heights)
  const { missing, calledWhole, broken } = tally
  return { missing, calledWhole, torn: tally.torn, broken: broken.length }
}

const running = vaultWith(
  { ...whole, state: "running", complete: false, record: null },
  {
    lines: chain({ event: "capture.started", capture: "a" }),
  },
)
const good = { missing: 0, calledWhole: 0, torn: 0, broken: 0 }

test("a capture that is closed, whole or interrupted, is no loss", () => {
  expect(judged(running, vaultWith(whole), ["E-001"])).toEqual(good)
  expect(judged(running, vaultWith(torn))).toEqual({ ...good, torn: 1 })
})

test.each<[string, Vault, ReturnType<typeof judged>, string[]]>([
  [
    "a file that is gone",
    vaultWith(torn, { files: files.slice(1) }),
    { ...good, torn: 1, missing: 1, broken: 1 },
    [],
  ],
  [
    "a file of other bytes",
    vaultWith(torn, { files: [files[0]!, { ...files[1]!, sha256: "3" }] }),
    { ...good, torn: 1, missing: 1, broken: 1 },
    [],
  ],
  ["Saved, and interrupted", vaultWith(torn), { ...good, torn: 1, missing: 1, broken: 1 }, ["E-001"]],
  [
    "interrupted, and called complete",
    vaultWith({ ...torn, complete: true }),
    { ...good, torn: 1, calledWhole: 1, broken: 1 },
    [],
  ],
  [
    "called complete, and a screen short",
    vaultWith({ ...whole, pages: [{ ...whole.pages[0]!, height: 700 }] }),
    { ...good, calledWhole: 1, broken: 1 },
    [],
  ],
  ["interrupted, and silent about it", vaultWith({ ...torn, gaps: [] }), { ...good, torn: 1, broken: 1 }, []],
])("found: %s", (_name, after, wanted, saved) => {
  expect(judged(running, after, saved)).toEqual(wanted)
})

test("found: a line of custody that was there is another, and so the chain breaks", () => {
  const after = vaultWith(whole)
  const lines = [after.lines[0]!.replace("started", "deleted"), after.lines[1]!]
  expect(judged(running, vaultWith(whole, { lines }))).toEqual({ ...good, missing: 1, broken: 2 })
})

test("found: bytes that cannot be read", () => {
  expect(judged(running, vaultWith(whole), [], ["text.txt: changed"])).toEqual({ ...good, broken: 1 })
})
