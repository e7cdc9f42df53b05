/** The viewing copy: the same packets with a length and an index, out of whatever a recorder left. */
import "fake-indexeddb/auto"
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import packageJson from "../../../package.json" with { type: "json" }
import { MOST_ITEM_BYTES } from "../../../src/core/item-limit.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { pictureSize } from "../../../src/core/picture-size.ts"
import { sha256Now, sha256Stream } from "../../../src/core/seal/hash.ts"
import { readWebm, sameBlocks } from "../../../src/core/webm.ts"
import { readBlob, storeBytes } from "../../../src/vault/blobs.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { makeViewing } from "../../../src/workshop/make-viewing.ts"
import { remux } from "../../../src/workshop/viewing/remux.ts"
import { at, fileOf, newVault } from "../vault/rows.ts"

const fixtures = ["vp9-opus.webm", "vp8.webm"] as const
const fixture = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(join("tests/fixtures/webm", name)))
const blobOf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes], { type: "video/webm" })
const reading = (bytes: Uint8Array) =>
  readWebm(
    { size: bytes.length, read: (from, length) => Promise.resolve(bytes.subarray(from, from + length)) },
    { ofFile: sha256Stream, ofBlocks: sha256Stream },
  )

/** The extension's private files, as far as the copy uses them. */
const disk = { files: new Map<string, Uint8Array<ArrayBuffer>>(), room: Infinity, isOpen: false }

function writable(name: string): WritableStream<{ data: Uint8Array; position: number }> {
  disk.isOpen = true
  return new WritableStream({
    write({ data, position }) {
      const end = position + data.length
      if (end > disk.room) {
        disk.isOpen = false
        throw new DOMException("no room", "QuotaExceededError")
      }
      const was = disk.files.get(name) ?? new Uint8Array(0)
      const grown = new Uint8Array(Math.max(was.length, end))
      grown.set(was)
      grown.set(data, position)
      disk.files.set(name, grown)
    },
    close: () => void (disk.isOpen = false),
    abort: () => void (disk.isOpen = false),
  })
}
const folder = {
  getFileHandle: (name: string) => {
    disk.files.set(name, new Uint8Array(0))
    return Promise.resolve({
      createWritable: () => Promise.resolve(writable(name)),
      getFile: () => Promise.resolve(new File([disk.files.get(name) ?? expect.unreachable("gone")], name)),
    })
  },
  removeEntry: (name: string) => {
    if (disk.isOpen) throw new DOMException("open", "NoModificationAllowedError")
    return Promise.resolve(void disk.files.delete(name))
  },
  async *keys() {
    for (const name of [...disk.files.keys()]) yield await Promise.resolve(name)
  },
}

const storage = {
  free: 1e12,
  getDirectory: () => Promise.resolve({ getDirectoryHandle: () => Promise.resolve(folder) }),
  estimate: () => Promise.resolve({ usage: 0, quota: storage.free }),
}
beforeEach(() => {
  disk.files.clear()
  disk.room = Infinity
  storage.free = 1e12
  vi.stubGlobal("navigator", { storage })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

interface Probed {
  readonly packets: readonly { readonly stream_index: number; readonly data_hash: string }[]
  readonly format: { readonly duration?: string }
}

async function copyOf(bytes: Uint8Array<ArrayBuffer>) {
  const viewed = await remux(blobOf(bytes), writable("copy"))
  return { viewed, copy: disk.files.get("copy") ?? expect.unreachable("not written") }
}

test.each(fixtures)("of %s it has every block of every track, a length and an index", async name => {
  const original = fixture(name)
  expect(await reading(original)).toMatchObject({ durationMs: null, cues: 0 })
  const { viewed, copy } = await copyOf(original)
  const [of, is] = [await reading(original), await reading(copy)]
  expect(sameBlocks(of, is)).toBe(true)
  expect(is.durationMs).toBe(viewed.durationMs)
  expect(viewed.durationMs).toBeGreaterThan(3_900)
  expect(viewed.durationMs).toBeLessThan(4_200)
  // A key picture each one and a half seconds.
  expect(is.cues).toBeGreaterThanOrEqual(3)
  expect(viewed.packets).toBe(of.tracks.reduce((sum, { blocks }) => sum + blocks, 0))
  expect(viewed.sizes).toMatchObject([{ width: 160, height: 120 }])
  expect(viewed.version, "the version that the record names").toBe(packageJson.dependencies.mediabunny)
})

test.for(fixtures)(
  "ffprobe finds the same packets in the copy of %s, and how long it is",
  async (name, context) => {
    const { copy } = await copyOf(fixture(name))
    const place = mkdtempSync(join(tmpdir(), "holdfast-viewing-"))
    writeFileSync(join(place, "copy.webm"), copy)
    const probe = (file: string) => {
      const show = ["-show_packets", "-show_format", "-show_data_hash", "sha256", "-of", "json"]
      return spawnSync("ffprobe", ["-v", "error", ...show, file], { encoding: "utf8", maxBuffer: 1e8 })
    }
    const [of, is] = [probe(join("tests/fixtures/webm", name)), probe(join(place, "copy.webm"))]
    rmSync(place, { recursive: true })
    if (of.error !== undefined) context.skip("ffprobe is not on this machine")
    const [was, made] = [of, is].map(({ stdout }) => JSON.parse(stdout) as Probed)
    // The order of two tracks in a file is the muxer's; that of the packets of one track is not.
    const hashes = (probed: Probed | undefined, track: number) =>
      probed?.packets.filter(each => each.stream_index === track).map(each => each.data_hash)
    for (const track of [0, 1]) expect(hashes(made, track)).toEqual(hashes(was, track))
    expect(hashes(was, 0)).toHaveLength(40)
    expect(Number(made?.format.duration)).toBeGreaterThan(3.9)
    expect(is.stderr).toBe("")
  },
)

test("of a file that is cut off anywhere, it has what a reader of blocks finds in it, or there is none", async () => {
  const whole = fixture("vp9-opus.webm")
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async length => {
      const cut = whole.slice(0, length)
      const made = await makeViewing(await recorded(cut), "a").catch((thrown: unknown) => thrown)
      const found = await reading(cut).catch(() => null)
      const pictures = found?.tracks.find(({ codec }) => codec === "V_VP9")?.blocks ?? 0
      const all = found?.tracks.reduce((sum, { blocks }) => sum + blocks, 0)
      // Of one that ends with its first picture, the library makes none.
      if (pictures > 1) expect(made).toMatchObject({ packets: all })
      else if (made instanceof Error) expect(made).toMatchObject({ code: "recording/no-copy" })
    }),
    { numRuns: 40 },
  )
})

test("it is made again to the same bytes", async () => {
  const [once, again] = [await copyOf(fixture("vp8.webm")), await copyOf(fixture("vp8.webm"))]
  expect(sha256Now(once.copy)).toBe(sha256Now(again.copy))
})

async function recorded(bytes: Uint8Array<ArrayBuffer>): Promise<Vault> {
  const vault = newVault()
  const sha256 = await storeBytes(vault, bytes, "video/webm", at)
  await vault.artifacts.add({ ...fileOf("a", "recording/original.webm", ""), sha256 })
  return vault
}

test("it is kept under its own hash, and names the original's; nothing is left beside the vault", async () => {
  const original = fixture("vp9-opus.webm")
  const vault = await recorded(original)
  disk.files.set("left.webm.crswap", new Uint8Array(9))
  const made = await makeViewing(vault, "a")
  const kept = new Uint8Array(await (await readBlob(vault, made.sha256)).arrayBuffer())
  expect(sha256Now(kept)).toBe(made.sha256)
  expect(kept.length).toBe(made.bytes)
  expect(made.ofSha256).toBe(createHash("sha256").update(original).digest("hex"))
  expect([...disk.files.keys()]).toEqual([])
})

const hindered: [string, () => Uint8Array<ArrayBuffer>, string][] = [
  ["there is no room for three of it", () => ((storage.free = 30_000), fixture("vp8.webm")), "vault/full"],
  ["the disk is full on the way", () => ((disk.room = 5_000), fixture("vp8.webm")), "vault/full"],
  ["it is no WebM", () => new Uint8Array(5_000), "recording/no-copy"],
  ["it ends before its first picture", () => fixture("vp8.webm").slice(0, 250), "recording/no-copy"],
]
test.each(hindered)(
  "where %s there is none, with a code, and nothing of it is kept",
  async (_what, prepare, code) => {
    const vault = await recorded(prepare())
    const thrown = await makeViewing(vault, "a").catch((error: unknown) => error)
    expect(EvidenceError.from(thrown).code).toBe(code)
    expect(await vault.blobs.count(), "the original alone").toBe(1)
    expect([...disk.files.keys()]).toEqual([])
  },
)

test("where the item would be beyond what a bundle may hold there is none, and the original stays", async () => {
  const vault = await recorded(fixture("vp8.webm"))
  await vault.artifacts.add({ ...fileOf("a", "frames/0001.png", "x"), bytes: MOST_ITEM_BYTES - 2 ** 20 })
  await expect(makeViewing(vault, "a")).rejects.toMatchObject({ code: "recording/no-copy" })
  expect(await vault.blobs.count()).toBe(1)
})

test("without a recording there is nothing to copy", async () => {
  await expect(makeViewing(newVault(), "a")).rejects.toMatchObject({ code: "vault/missing" })
})

/** Heads as the two specifications write them. */
const heads: [string, readonly number[], object | null][] = [
  ["VP8, 640 × 360", [0x50, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0x68, 1], { width: 640, height: 360 }],
  [
    "VP8, with a scale in the upper two bits",
    [0x50, 0, 0, 0x9d, 1, 0x2a, 0x80, 0x42, 0x68, 0x81],
    { width: 640, height: 360 },
  ],
  ["VP8 that is no key picture", [0x51, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0x68, 1], null],
  ["VP8 that is cut off", [0x50, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0x68], null],
  ["VP9, 352 × 288", [0x82, 0x49, 0x83, 0x42, 0, 0x15, 0xf0, 0x11, 0xf0], { width: 352, height: 288 }],
  ["VP9 that is cut off", [0x82, 0x49, 0x83, 0x42, 0, 0x15, 0xf0], null],
  ["nothing", [], null],
]
test.each(heads)("the size of %s", (_what, bytes, size) => {
  expect(pictureSize(Uint8Array.from(bytes))).toEqual(size)
})
