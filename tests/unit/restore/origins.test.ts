/** Whoever has an installation of their own can change everything in it but what another one signed: each such change is found. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { type OriginRow } from "../../../src/vault/origin-row.ts"
import { readBack, storeBytes } from "../../../src/vault/blobs.ts"
import { type Bytes, utf8 } from "../../../src/core/bytes.ts"
import { deviceKey } from "../../../src/vault/read.ts"
import { spkiToPem } from "../../../src/core/seal/sign.ts"
import { smallFile } from "../../../src/workshop/small-file.ts"
import { resetScene } from "../background/browser.ts"
import { at } from "../vault/rows.ts"
import {
  capture,
  exportZip,
  faultsOf,
  type Installation,
  installation,
  saved,
  takeIn,
  verified,
} from "./world.ts"

vi.mock("webextension-polyfill", async () => ({
  default: (await import("../background/browser.ts")).fakeBrowser,
}))
vi.mock("../../../src/platform/save.ts", () => ({
  KEEP_MS: 0,
  saveFile: (file: Blob) => {
    saved.file = file
  },
}))
vi.mock("../../../src/platform/identity.ts", async () => (await import("./fake-identity.ts")).fakeIdentity)

beforeEach(resetScene)

/** An installation that took an item in, and something of the origin changed in its vault before it exports. */
async function exportedAfter(forge: (there: Installation, origin: OriginRow, id: string) => Promise<void>) {
  const [here, there] = [await installation(), await installation()]
  const { id } = await capture(here)
  await takeIn(there, await exportZip(here))
  const [origin] = await there.vault.origins.toArray()
  if (origin === undefined) throw new Error("nothing was kept of the bundle")
  await forge(there, origin, id)
  return faultsOf(await verified(await exportZip(there)))
}

/** Puts other bytes in the place of a file, as if they had come so; null leaves it out. */
async function replace(
  { vault }: Installation,
  origin: OriginRow,
  path: string,
  change: (bytes: Bytes) => Bytes | null,
): Promise<void> {
  const files: OriginRow["files"][number][] = []
  for (const file of origin.files) {
    const bytes = file.path === path ? change(await readBack(vault, file.sha256)) : undefined
    if (bytes === undefined) files.push(file)
    else if (bytes !== null) {
      await storeBytes(vault, bytes, "text/plain", at)
      const { sha256, sm3, crc32, bytes: size } = await smallFile(path, bytes)
      files.push({ path, sha256, sm3, crc32, bytes: size })
    }
  }
  await vault.origins.put({ ...origin, files, hashes: files.map(({ sha256 }) => sha256) })
}

const edited = (change: (text: string) => string) => (bytes: Bytes) =>
  utf8(change(new TextDecoder().decode(bytes)))

const LOG = "custody.jsonl"
const SIGNATURE = "proofs/tagmanifest-sha256.txt.sig"

test("what came as it was sent holds", async () => {
  expect(await exportedAfter(() => Promise.resolve())).toEqual([])
})

test.each<[string, (there: Installation, origin: OriginRow, id: string) => Promise<void>, string]>([
  [
    "a line of its log changed",
    (t, o) =>
      replace(
        t,
        o,
        LOG,
        edited(text => text.replace(/"at":"20/, '"at":"19')),
      ),
    "origins/broken",
  ],
  [
    "the end of its log cut off",
    (t, o) =>
      replace(
        t,
        o,
        LOG,
        edited(text => `${text.trimEnd().split("\n").slice(0, -1).join("\n")}\n`),
      ),
    "origins/broken",
  ],
  ["its log left out", (t, o) => replace(t, o, LOG, () => null), "origins/broken"],
  ["its signature left out", (t, o) => replace(t, o, SIGNATURE, () => null), "origins/broken"],
  [
    "its list of lists changed",
    (t, o) =>
      replace(
        t,
        o,
        "tagmanifest-sha256.txt",
        edited(text => text.replace(/^[0-9a-f]{2}/, "00")),
      ),
    "origins/broken",
  ],
  [
    "what its bag says changed",
    (t, o) =>
      replace(
        t,
        o,
        "bag-info.txt",
        edited(text => text.replace(/Bagging-Date: \d+/, "Bagging-Date: 1999")),
      ),
    "origins/broken",
  ],
  [
    "its key exchanged for that of whoever took it in",
    async (t, o) => {
      const key = await deviceKey(t.vault)
      await replace(t, o, "device-key.pub.pem", () => utf8(spkiToPem(key?.spki ?? new Uint8Array())))
    },
    "origins/broken",
  ],
  [
    "that it came from elsewhere kept back",
    async ({ vault }, _, id) => {
      await vault.captures.toCollection().modify(row => {
        if (row.id === id) delete (row as { origins?: unknown }).origins
      })
    },
    "origins/omitted",
  ],
  [
    "another number said to be its own there",
    async ({ vault }, { id: bundle }, id) => {
      await vault.captures.update(id, { origins: [{ bundle, item: "e009" }] })
    },
    "origins/not-sealed",
  ],
  [
    "a hand made up before the first",
    async ({ vault }, { id: bundle }, id) => {
      await vault.captures.update(id, {
        origins: [
          { bundle, item: "e001" },
          { bundle, item: "e001" },
        ],
      })
    },
    "origins/not-received",
  ],
])("%s is found", async (_what, forge, code) => {
  expect(await exportedAfter(forge)).toContain(`origins: ${code}`)
})
