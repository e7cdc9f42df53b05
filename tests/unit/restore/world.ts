/** Installations in memory: each captures, exports by the product's own code, and takes bundles of the others in. */
import "fake-indexeddb/auto"
import { vi } from "vitest"
import { ensureDeviceKey } from "../../../src/background/device-key.ts"
import { startExport } from "../../../src/background/export.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { restoreHandlers } from "../../../src/background/restore.ts"
import { startRun } from "../../../src/background/run.ts"
import { closeCapture } from "../../../src/background/seal-capture.ts"
import { nodeHashes } from "../../../src/cli/hashes.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { openBundle } from "../../../src/core/restore/open.ts"
import { type Sha256 } from "../../../src/core/seal/hash.ts"
import { type Result } from "../../../src/core/verify/finding.ts"
import { type ByteSource } from "../../../src/core/verify/source.ts"
import { defaultOptions, verifyBundle } from "../../../src/core/verify/verify.ts"
import { type Ask } from "../../../src/platform/messaging.ts"
import { type RestoreApi } from "../../../src/protocol/restore.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { captureById, exportById } from "../../../src/vault/read.ts"
import { type CaptureRow } from "../../../src/vault/capture-row.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { beginCapture } from "../../../src/vault/write.ts"
import { hashOf } from "../../../src/workshop/hash-of.ts"
import { makeBundle } from "../../../src/workshop/make-bundle.ts"
import { moreOfCases } from "../../../src/workshop/more-in-bundle.ts"
import { planBundle, restoreBundle, type RestoreOutcome } from "../../../src/workshop/restore-bundle.ts"
import { portsWith } from "../background/ports.ts"
import { at, draftOf, fileOf } from "../vault/rows.ts"

/** What the fake download got last. */
export const saved: { file: Blob | null } = { file: null }

export interface Installation {
  readonly ports: Ports
  readonly vault: Vault
  readonly ask: Ask<RestoreApi>
}

/** `whole` gives up its exports; `onProgress` is told of each step of theirs. */
export async function installation(
  whole = new AbortController().signal,
  onProgress: () => void = () => undefined,
): Promise<Installation> {
  const ports: Ports = portsWith({
    makeBundle: ({ exportId, encryption }) =>
      makeBundle(
        ports.vault,
        exportId,
        { encryption },
        () => {
          onProgress()
          return Promise.resolve()
        },
        { report: new AbortController().signal, whole },
      ),
  })
  await ensureDeviceKey(ports)
  const handlers = restoreHandlers(ports.vault, () => undefined)
  const ask: Ask<RestoreApi> = (method, input) => {
    const work = handlers[method] as (given: typeof input, sender: object) => ReturnType<Ask<RestoreApi>>
    return work(structuredClone(input), {}) as never
  }
  return { ports, vault: ports.vault, ask }
}

/** Captures and seals an item with a frame, a text and a file of a name that nobody knows, and with `more` files. */
export async function capture(
  { ports, vault }: Installation,
  id: string = crypto.randomUUID(),
  text = `words of ${id}`,
  more: readonly (readonly [path: string, content: string])[] = [],
): Promise<CaptureRow> {
  const contents = new Map([
    ["dom-before.html", `<p>${text}</p>`],
    ["media/strange.bin", `strange ${id}`],
    ["text.txt", text],
    ...more,
  ])
  for (const [, content] of contents) await storeBytes(vault, utf8(content), "text/plain", at)
  const nonce = id
    .replaceAll("-", "")
    .padEnd(64, "0")
    .slice(0, 64)
    .replace(/[^0-9a-f]/g, "a")
  await beginCapture(
    vault,
    draftOf(id, { nonce }),
    Array.from(contents, ([path, content]) => fileOf(id, path, content)),
    [{ at, step: "text", what: "file stored", detail: { path: "text.txt" } }],
  )
  const signal = new AbortController().signal
  await closeCapture(
    startRun(ports, { id, tabId: 1, windowId: 10, url: "https://weibo.com/1/N", signal }),
    false,
  )
  const row = await captureById(vault, id)
  if (row === undefined) throw new Error("not sealed")
  return row
}

/** Everything, or the items named, as a ZIP. */
export async function exportZip({ ports, vault }: Installation, ids: readonly string[] = []): Promise<Blob> {
  saved.file = null
  const { exportId, ended } = await startExport(ports, ids)
  await ended
  const row = await exportById(vault, exportId)
  const file = await vi.waitFor(() => {
    if (saved.file === null) throw new Error(`nothing was saved: ${String(row?.code)}`)
    return saved.file
  })
  return file
}

export const sourceOf = (blob: Blob): ByteSource => ({
  size: blob.size,
  read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
})

export const verified = (blob: Blob): Promise<Result> =>
  verifyBundle(sourceOf(blob), nodeHashes, defaultOptions)

/** Codes of what fails, with the layer. */
export const faultsOf = ({ layers }: Result): string[] =>
  layers
    .filter(({ outcome }) => outcome === "fail")
    .flatMap(({ layer, detail }) => detail.map(({ code }) => `${layer}: ${code}`))

/** Takes a bundle in, all its cases in the default one. A bundle that does not hold is refused before. */
export async function takeIn(
  { vault, ask }: Installation,
  file: Blob,
  { signal = new AbortController().signal, onItem = () => undefined }: Partial<Taking> = {},
): Promise<
  RestoreOutcome & {
    readonly plan: Awaited<ReturnType<typeof planBundle>>
    readonly cases: Awaited<ReturnType<typeof moreOfCases>>
  }
> {
  const result = await verified(file)
  if (result.exit !== 0) throw new EvidenceError("restore/refused", faultsOf(result).join())
  const opened = await openBundle(sourceOf(file))
  const plan = await planBundle(vault, file, opened)
  const cases = await moreOfCases(vault, opened, plan)
  const places = new Map(opened.items.map(({ caseNumber }) => [caseNumber, "default"]))
  const zip: Sha256 = await hashOf(file)
  const restoring = { file, fileName: "a.zip", zip, opened, plan, places, cases }
  return { plan, cases, ...(await restoreBundle(vault, ask, restoring, onItem, signal)) }
}

interface Taking {
  readonly signal: AbortSignal
  readonly onItem: (done: number) => void
}
