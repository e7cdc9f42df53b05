/** Marks on pictures and redacted copies: each is kept beside what was there before, in custody by ids alone, and no picture changes. */
import "fake-indexeddb/auto"
import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { annotatePicture, keepRedactedCopy } from "../../../src/background/keep-marks.ts"
import { type Bytes } from "../../../src/core/bytes.ts"
import { type Annotation } from "../../../src/core/picture/annotations.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"
import { readBack, storeBytes } from "../../../src/vault/blobs.ts"
import { annotationsOf, artifactsOf, captureById, redactionsOf } from "../../../src/vault/read.ts"
import { hasRemarks } from "../../../src/vault/read-remarks.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { beginCapture, sealCapture, setTrashed } from "../../../src/vault/write.ts"
import { deleteCapture, dropOrphanBytes } from "../../../src/vault/write-deletions.ts"
import { readMarks } from "../../../src/workshop/marks-of-item.ts"
import { at, chainFaults, custodyOf, draftOf, fileOf, later, newVault, record } from "./rows.ts"

const PICTURE = "page-1.png"
const box = { x: 1, y: 2, width: 3, height: 4 }
const mark: Annotation = { kind: "highlight", ...box, note: "这一句" }
const muchLater = "2027-01-01T00:00:00.000Z"

/** The start of a PNG of that size, which is all that is read of it here. */
function png(width: number, height: number, rest: string): Bytes {
  const bytes = new Uint8Array(24 + rest.length)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  bytes.set(new TextEncoder().encode(rest), 24)
  return bytes
}
const hashOf = (bytes: Bytes) => createHash("sha256").update(bytes).digest("hex") as Sha256
const original = png(40, 30, "as sealed")
const covered = png(40, 30, "covered")

async function scene(): Promise<Vault> {
  const vault = newVault()
  await storeBytes(vault, original, "image/png", at)
  const file = { ...fileOf("a", PICTURE, ""), sha256: hashOf(original), mediaType: "image/png" }
  const files = [file, fileOf("a", "text.txt", "x")]
  await beginCapture(vault, draftOf("a"), files, [])
  const events = [{ event: "capture.sealed", capture: "a", record }] as const
  await sealCapture(vault, "a", { at, row: { record, complete: true }, files, events, stamps: [] })
  return vault
}
const annotate = (vault: Vault, marks: readonly Annotation[], path = PICTURE) =>
  annotatePicture(vault, "a", { path, marks })
async function copy(vault: Vault, bytes = covered, boxes = [box], path = PICTURE) {
  const file = await storeBytes(vault, bytes, "image/png", later)
  return keepRedactedCopy(vault, "a", { path, boxes, file })
}

test("a change is a further version, and leaves those before it as they were", async () => {
  const vault = await scene()
  await annotate(vault, [mark])
  await annotate(vault, [mark, { kind: "box", ...box }])
  await annotate(vault, [])
  const kept = await annotationsOf(vault, "a")
  expect(kept.map(({ marks }) => marks.map(({ kind }) => kind))).toEqual([
    ["highlight"],
    ["highlight", "box"],
    [],
  ])
  expect(kept.map(({ picture }) => picture)).toEqual(
    Array(3).fill({ path: PICTURE, sha256: hashOf(original) }),
  )
})

test("nothing of what was sealed changes, to the byte", async () => {
  const vault = await scene()
  const before = [await captureById(vault, "a"), await artifactsOf(vault, "a")]
  await annotate(vault, [mark])
  await copy(vault)
  expect([await captureById(vault, "a"), await artifactsOf(vault, "a")]).toEqual(before)
  expect(await readBack(vault, hashOf(original))).toEqual(original)
})

test("custody has a line for each, of ids alone, in an unbroken chain", async () => {
  const vault = await scene()
  const { annotationId } = await annotate(vault, [mark])
  const { redactionId } = await copy(vault)
  const [first, second] = (await custodyOf(vault)).slice(-2)
  expect(first).toMatchObject({ event: "annotation.kept", annotation: annotationId, capture: "a" })
  expect(second).toMatchObject({ event: "redaction.kept", redaction: redactionId, capture: "a" })
  expect(Object.keys(first ?? {})).toEqual(["seq", "at", "event", "annotation", "capture", "prev"])
  expect(Object.keys(second ?? {})).toEqual(["seq", "at", "event", "redaction", "capture", "prev"])
  expect(await chainFaults(vault)).toEqual([])
})

describe("nothing is kept", () => {
  const trash = (vault: Vault) => setTrashed(vault, "a", later, true)
  const lose = (vault: Vault) => vault.blobs.delete(hashOf(original))
  const nothing = () => Promise.resolve()
  test.each<[string, (vault: Vault) => Promise<unknown>, (vault: Vault) => Promise<unknown>, string]>([
    ["of marks on an item in the trash", trash, vault => annotate(vault, [mark]), "vault/missing"],
    [
      "of marks on what is no picture",
      nothing,
      vault => annotate(vault, [mark], "text.txt"),
      "vault/missing",
    ],
    [
      "of marks on a picture that is not there",
      nothing,
      vault => annotate(vault, [mark], "page-2.png"),
      "vault/missing",
    ],
    ["of a copy of an item in the trash", trash, copy, "vault/missing"],
    ["of a copy of a picture that is gone", lose, copy, "vault/missing"],
    ["of a copy of another size", nothing, vault => copy(vault, png(40, 31, "x")), "input/malformed"],
    ["of the picture itself as a copy", nothing, vault => copy(vault, original), "input/malformed"],
    ["of a copy that is no picture", nothing, vault => copy(vault, new Uint8Array(30)), "input/malformed"],
    [
      "of a copy with a box beside it",
      nothing,
      vault => copy(vault, covered, [{ ...box, x: 38 }]),
      "input/malformed",
    ],
    [
      "of a copy whose bytes are not there",
      nothing,
      vault => keepRedactedCopy(vault, "a", { path: PICTURE, boxes: [box], file: hashOf(covered) }),
      "vault/missing",
    ],
  ])("%s", async (_what, change, keep, code) => {
    const vault = await scene()
    await change(vault)
    const lines = (await custodyOf(vault)).length
    await expect(keep(vault)).rejects.toMatchObject({ code })
    expect([await vault.annotations.count(), await vault.redactions.count()]).toEqual([0, 0])
    expect((await custodyOf(vault)).length).toBe(lines)
  })
})

test("a copy that a row names is no orphan, however old it is; with its item it goes for good", async () => {
  const vault = await scene()
  await annotate(vault, [mark])
  await copy(vault)
  await dropOrphanBytes(vault, muchLater)
  expect(await readBack(vault, hashOf(covered))).toEqual(covered)
  await setTrashed(vault, "a", later, true)
  await deleteCapture(vault, "a", muchLater)
  expect([
    await vault.annotations.count(),
    await vault.redactions.count(),
    await vault.blobs.count(),
  ]).toEqual([...[0, 0, 0]])
})

test("a bundle holds those whose lines its log holds: the marks as one file, each copy as its own with its record", async () => {
  const vault = await scene()
  await annotate(vault, [mark])
  await copy(vault)
  const [version] = await annotationsOf(vault, "a")
  const [redaction] = await redactionsOf(vault, "a")
  const upTo = async (custodySeq: number, withNotes?: boolean) => {
    const asked = withNotes === undefined ? { custodySeq } : { custodySeq, withNotes }
    return (await readMarks(vault, "a", record, asked)).files.map(({ path }) => path)
  }
  expect(await upTo((version?.custodySeq ?? 0) - 1)).toEqual([])
  expect(await upTo(version?.custodySeq ?? 0)).toEqual(["annotations.json"])
  const whole = { custodySeq: redaction?.custodySeq ?? 0 }
  const { files } = await readMarks(vault, "a", record, whole)
  const path = "redacted/001-page-1-redacted.png"
  expect(files.map(each => each.path)).toEqual(["annotations.json", path, "redacted/redactions.json"])
  // Marks carry notes of the user's own: they stay behind where those are to; a copy is a file of the item.
  expect(await upTo(whole.custodySeq, false)).toEqual([path, "redacted/redactions.json"])
  const read = async (name: string): Promise<unknown> =>
    JSON.parse((await files.find(each => each.path === name)?.blob.text()) ?? "")
  const named = { path: PICTURE, sha256: hashOf(original) }
  expect(await read("annotations.json")).toEqual({
    ...{ schema: 1, of: record },
    annotations: [{ picture: named, source: "user", at: version?.at, marks: [mark] }],
  })
  expect(await read("redacted/redactions.json")).toEqual({
    ...{ schema: 1, of: record },
    copies: [
      {
        ...{ path, sha256: hashOf(covered), bytes: covered.length, source: "user", at: redaction?.at },
        ...{ original: named, boxes: [box], cover: "#000000" },
      },
    ],
  })
  await vault.blobs.delete(hashOf(covered))
  await expect(readMarks(vault, "a", record, whole)).rejects.toMatchObject({
    code: "vault/missing",
  })
})

test("marks on a picture are words of the user's own: an export asks whether they go along", async () => {
  const vault = await scene()
  expect(await hasRemarks(vault)).toBe(false)
  await copy(vault)
  expect(await hasRemarks(vault)).toBe(false)
  await annotate(vault, [mark])
  expect(await hasRemarks(vault)).toBe(true)
})
