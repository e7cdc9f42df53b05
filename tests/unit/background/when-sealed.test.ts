/** Who asks of a capture by its name: the popup, which reads that name from the vault. */
import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { createConductor } from "../../../src/background/conductor.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { recover } from "../../../src/background/recover.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { openTab, resetScene } from "./browser.ts"
import { conductorOf } from "./conducting.ts"
import { portsWith, refuseCustody, unheard } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))

beforeEach(resetScene)

describe("asked for at the moment that its row is there, before its start has answered", () => {
  // What the popup shows is read from the vault: it may ask sooner than its own question is answered.
  const askedThen = async <T>(
    ports: Ports,
    ask: (conductor: ReturnType<typeof conductorOf>, id: string) => T,
  ) => {
    openTab(1)
    const conductor = conductorOf(ports)
    const asked = new Promise<T>(resolve => {
      ports.vault.captures.hook("creating", function (_key, { id }) {
        this.onsuccess = () => {
          setImmediate(() => {
            resolve(ask(conductor, id))
          })
        }
      })
    })
    const { captureId } = await conductor.start(1, "popup")
    return { conductor, captureId, asked: await asked }
  }

  test("its end is told, and what kept it open", async () => {
    const ports = portsWith()
    refuseCustody(ports.vault, line => line.includes("capture.sealed"))
    const { asked } = await askedThen(ports, (conductor, id) =>
      conductor.whenSealed(id).then(
        () => "sealed",
        (thrown: unknown) => EvidenceError.from(thrown).code,
      ),
    )
    expect(asked).toBe("vault/full")
  })

  test("it is stopped, and discarded", async () => {
    const { conductor, captureId } = await askedThen(portsWith(), (each, id) => each.stop(id))
    await conductor.whenSealed(captureId)
    expect((await conductor.row(captureId))?.gaps).toContainEqual(
      expect.objectContaining({ reason: "stopped" }),
    )

    const second = await askedThen(portsWith(), (each, id) => each.discard(id))
    const row = await second.conductor.row(second.captureId)
    expect(row?.state).toBe("sealed")
    expect(row?.trashedAt).not.toBeNull()
  })
})

describe("whenSealed, asked of another run of the background", () => {
  test("answers for what is sealed, and refuses what is not", async () => {
    openTab(1)
    const ports = portsWith()
    const first = conductorOf(ports)
    const { captureId } = await first.start(1, "popup")
    const second = conductorOf({ ...ports, run: "another" })
    await expect(second.whenSealed(captureId)).rejects.toMatchObject({ code: "capture/not-running" })
    await first.whenSealed(captureId)
    expect(await second.whenSealed(captureId)).toBeNull()
    await expect(second.whenSealed("no-such")).rejects.toMatchObject({ code: "capture/not-running" })
  })

  test("tells why that one could not close it, once it has tried", async () => {
    openTab(1)
    const ports = portsWith()
    refuseCustody(ports.vault, line => /capture\.(sealed|recovered|interrupted)/.test(line))
    const first = conductorOf(ports)
    const { captureId } = await first.start(1, "popup")
    await expect(first.whenSealed(captureId)).rejects.toMatchObject({ code: "vault/full" })
    const another = { ...ports, run: "another" }
    const watcher = { onBegin: () => undefined, onEnd: () => undefined }
    const second = createConductor(another, watcher, recover(another, unheard))
    await expect(second.whenSealed(captureId)).rejects.toMatchObject({ code: "vault/full" })
    await expect(second.whenSealed("no-such")).rejects.toMatchObject({ code: "capture/not-running" })
  })
})
