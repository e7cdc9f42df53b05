/** The disk is full. What was saved stays saved, what cannot be saved is told, and room mends it. */
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Driven, openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { newPlace, start } from "./harness/browser.ts"
import { exportBundle, keep } from "./harness/exported.ts"
import { noisePage, servePages } from "./harness/site.ts"
import { mountSmallDisk } from "./harness/small-disk.ts"
import { damagedFiles, eventsOf, readVault, untilNewest } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"

const MEGABYTE = 1 << 20

const place = newPlace()
const disk = mountSmallDisk(`${place.folder}/disk`, 600 * MEGABYTE)
const site = await servePages({ "/noise": noisePage(3) })
const held: { driven?: Driven } = {}
const running = () => held.driven ?? expect.unreachable("launched before the tests")

beforeAll(async () => {
  if (typeof disk !== "string") held.driven = await start({ ...place, profile: `${disk.folder}/profile` })
})
afterAll(async () => {
  await held.driven?.kill()
  await site.close()
  if (typeof disk !== "string") disk.remove()
  place.clear()
})

const isFull = (outcomes: readonly string[]) => outcomes.some(outcome => outcome !== "saved")

/** Presses the big button; answers with how it went, as the popup tells it now or when it is opened again. */
async function tryCapture(page: Page): Promise<string> {
  const shown = { popup: await openPopup(running(), page) }
  await shown.popup.waitFor(() => document.querySelector("#capture") !== null)
  await shown.popup.click("#capture")
  const outcome: string = await until(
    "the popup to say how it went",
    async () => {
      // A popup may be closed by the browser, as by whoever clicks beside it.
      if (!(await shown.popup.isOpen())) shown.popup = await openPopup(running(), page)
      return shown.popup.evaluate(() => {
        const error = document.querySelector<HTMLElement>("#error")?.dataset.cause
        return error ?? (document.querySelector("#saved") ? "saved" : null)
      })
    },
    100_000,
  )
  await shown.popup.close()
  return outcome
}

test("captures go on until the disk is full; then it is said, and everything before stays", async context => {
  if (typeof disk === "string") {
    context.skip(disk)
    return
  }
  const page = await running().newPage(`${site.origin}/noise`)
  await keep(running(), page)
  // Bytes of the last five minutes would stay in a deletion: a capture that runs may be about to share them.
  const inside = await running().openExtensionPage("ui/library.html")
  await inside.evaluate(ageBytes)
  await inside.close()
  // Room for about one more.
  disk.fillTo(30 * MEGABYTE)
  const outcomes: string[] = []
  for (let count = 0; count < 6 && !isFull(outcomes); count++) {
    await page.goto(`${site.origin}/noise?${count}`)
    outcomes.push(await tryCapture(page))
  }
  expect(outcomes.at(-1)).toBe("vault/full")

  const { captures } = await readVault(running().background)
  const sealed = captures.filter(row => row.state === "sealed")
  expect(sealed.filter(row => row.complete).length).toBeGreaterThanOrEqual(1)
  // Nothing that is called complete was made of what did not fit.
  for (const row of captures) expect(row.complete).toBe(row.state === "sealed" && row.gaps.length === 0)
  expect(await damagedFiles(running().background)).toEqual([])
})

test("with the disk as good as full, what is in the trash can be deleted for good, and that is room", async context => {
  if (typeof disk === "string") {
    context.skip(disk)
    return
  }
  const library = await running().openExtensionPage("ui/library.html")
  // What a line in custody needs: SQLite writes its pages beside the old ones first, LevelDB may begin a new log.
  disk.fillTo(2 * MEGABYTE)
  await library.waitFor(() => document.querySelector("#rows [data-item='E-001'] input"))
  await library.click("#rows [data-item='E-001'] input")
  for (const button of ["#trash", "#trash-yes", "#view-trash", "#empty-trash"]) {
    await library.waitFor(`document.querySelector("${button}:not([aria-disabled])") !== null`)
    await library.click(button)
  }
  await library.waitFor(() => document.querySelector("#delete-yes"))
  await library.click("#delete-yes")
  await library.waitFor(() => document.querySelector("#moved[data-to=nowhere], #error"), 60_000)
  expect(
    await library.evaluate(() => document.querySelector<HTMLElement>("#error")?.dataset.cause ?? null),
  ).toBeNull()
  await until(
    "room on the disk",
    () => Promise.resolve(disk.freeBytes() > 4 * MEGABYTE ? true : null),
    60_000,
  )
  const { captures, custody } = await readVault(library)
  expect(captures.some(({ item }) => item === 1)).toBe(false)
  expect(custody.at(-1)).toMatchObject({ event: "deleted" })
  await library.close()
})

test("with room again, the next capture works, what was left open is closed, and the bundle verifies", async context => {
  if (typeof disk === "string") {
    context.skip(disk)
    return
  }
  disk.empty()
  const page = await running().newPage(`${site.origin}/noise?after`)
  expect(await tryCapture(page)).toBe("saved")
  // At the next start of the background, what could not be sealed is.
  await running().stopWorker()
  const popup = await openPopup(running(), page)
  const vault = await untilNewest(popup, (_row, { captures }) =>
    captures.every(row => row.state === "sealed"),
  )
  for (const row of vault.captures.filter(each => each.interrupted)) {
    expect(row.complete).toBe(false)
    expect(eventsOf(vault, row)).toEqual(["capture.started", "capture.recovered", "capture.interrupted"])
  }
  expect(await damagedFiles(popup)).toEqual([])
  await popup.close()
  const { zip } = await exportBundle(running(), page, place.folder)
  const { status, faults } = verify(zip)
  expect({ status, faults }).toEqual({ status: 0, faults: [] })
})

/** Runs in the browser: has all stored bytes be an hour older. */
async function ageBytes(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open("holdfast")
    asked.onerror = () => {
      reject(new Error(String(asked.error)))
    }
    asked.onsuccess = () => {
      resolve(asked.result)
    }
  })
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction("blobs", "readwrite")
    transaction.onabort = () => {
      reject(new Error(String(transaction.error)))
    }
    transaction.oncomplete = () => {
      resolve()
    }
    const rows = transaction.objectStore("blobs").openCursor()
    rows.onsuccess = () => {
      const cursor = rows.result
      if (cursor === null) return
      const row = cursor.value as { readonly at: string }
      cursor.update({ ...row, at: new Date(Date.parse(row.at) - 3_600_000).toISOString() })
      cursor.continue()
    }
  })
  database.close()
}
