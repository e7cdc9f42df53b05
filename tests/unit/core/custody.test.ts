import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { expect, test } from "vitest"
import { type CustodyEvent, type CustodyLine, custodyFile, nextLine } from "../../../src/core/custody.ts"
import type { Sha256 } from "../../../src/core/seal/hash.ts"

const at = "2026-11-22T15:20:00.250Z"
const record = "c".repeat(64) as Sha256

const logOf = (events: readonly CustodyEvent[]): CustodyLine[] =>
  events.reduce<CustodyLine[]>((lines, event) => [...lines, nextLine(lines.at(-1) ?? null, at, event)], [])

const events = fc.array(
  fc.oneof(
    fc.uuid().map((capture): CustodyEvent => ({ event: "capture.started", capture, item: "e001" })),
    fc.uuid().map((capture): CustodyEvent => ({ event: "capture.sealed", capture, record })),
    fc
      .tuple(fc.uuid(), fc.array(fc.uuid(), { maxLength: 3 }))
      .map(([id, captures]): CustodyEvent => ({ event: "export.started", export: id, captures })),
  ),
  { minLength: 1, maxLength: 20 },
)

test("the first line has fixed bytes and a fixed hash, so old bundles stay verifiable", () => {
  const line = nextLine(null, at, { event: "installed", version: "0.1.0", build: "unknown" })
  const text = `{"seq":1,"at":"2026-11-22T15:20:00.250Z","event":"installed","version":"0.1.0","build":"unknown","prev":"${"0".repeat(64)}"}`
  expect(line).toEqual({
    seq: 1,
    text,
    hash: "9130e0f7fc218e51bc3cbbd7b450ee109410ad5dfd37be49c478ecb0e10899d0",
  })
})

test("each line names the SHA-256 of the exact bytes before it", () => {
  fc.assert(
    fc.property(events, list => {
      const lines = custodyFile(logOf(list)).split("\n")
      expect(lines.pop()).toBe("")
      expect(lines).toHaveLength(list.length)
      let prev = "0".repeat(64)
      for (const [index, line] of lines.entries()) {
        expect(line.startsWith(`{"seq":${String(index + 1)},"at":"${at}","event":"`)).toBe(true)
        expect(line.endsWith(`,"prev":"${prev}"}`)).toBe(true)
        prev = createHash("sha256").update(line).digest("hex")
      }
    }),
    { seed: 20261122 },
  )
})

/** integrity.md §5.4: what an outsider runs. */
const OUTSIDER = `p=$(printf '0%.0s' $(seq 64)); while IFS= read -r l; do case $l in *"\\"prev\\":\\"$p\\""*) ;; *) echo BROKEN; exit 1;; esac; p=$(printf %s "$l" | sha256sum | cut -d' ' -f1); done < custody.jsonl; echo "head $p"`

function outsider(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "custody-"))
  try {
    writeFileSync(join(folder, "custody.jsonl"), text)
    return spawnSync("bash", ["-c", OUTSIDER], { cwd: folder }).stdout.toString().trim()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const example = logOf([
  { event: "installed", version: "0.1.0", build: "unknown" },
  { event: "capture.started", capture: "a", item: "e001" },
  { event: "capture.sealed", capture: "a", record },
  { event: "export.started", export: "b", captures: ["a"] },
])

test("a shell agrees that the log is whole, and on its head", () => {
  expect(outsider(custodyFile(example))).toBe(`head ${example.at(-1)?.hash ?? ""}`)
})

test.each([
  ["an edited line", (text: string) => text.replace("0.1.0", "0.1.1"), "BROKEN"],
  ["a removed line", (text: string) => text.replace(/\n[^\n]*\n/, "\n"), "BROKEN"],
  ["a removed first line", (text: string) => text.replace(/^[^\n]*\n/, ""), "BROKEN"],
  ["exchanged lines", (text: string) => text.replace(/\n([^\n]*)\n([^\n]*)\n/, "\n$2\n$1\n"), "BROKEN"],
  [
    "a cut tail, which only the head shows",
    (text: string) => text.replace(/[^\n]*\n$/, ""),
    `head ${example[2]?.hash ?? ""}`,
  ],
])("a shell sees %s", (_name, tamper, answer) => {
  expect(outsider(tamper(custodyFile(example)))).toBe(answer)
})
