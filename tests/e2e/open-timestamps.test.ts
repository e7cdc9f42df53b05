/** OpenTimestamps, end to end: calendars on this machine, a real capture, and the reference's own library as the judge. */
import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { until } from "../../scripts/browsers/surface.ts"
import { capture, exportAll } from "../../scripts/browsers/use-popup.ts"
import { type AnchorRow } from "../../src/vault/anchor-row.ts"
import { python, readOutside } from "../unit/ots/outside.ts"
import { startCalendar } from "./harness/calendar.ts"
import { installed } from "./harness/installed.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { newest, readVault } from "./harness/vault.ts"

const folder = mkdtempSync(join(tmpdir(), "holdfast-ots-"))
const calendars = [await startCalendar(), await startCalendar()]
const site = await servePages({ "/post": tallPage("A post", 1500) })
const browser = installed()
afterAll(async () => {
  await site.close()
  for (const calendar of calendars) await calendar.close()
  rmSync(folder, { recursive: true })
})

type Told = Pick<AnchorRow, "state" | "of" | "kind"> & { readonly proof: string }

/** The rows of proofs; those that are awaited become due where `makeDue` says so. */
const anchors = (makeDue = false): Promise<readonly Told[]> =>
  browser.driven.background.evaluate(
    due =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("holdfast")
        opening.onerror = () => {
          reject(new Error("no vault"))
        }
        opening.onsuccess = () => {
          const writing = opening.result.transaction("anchors", "readwrite")
          const store = writing.objectStore("anchors")
          const asking = store.getAll()
          asking.onsuccess = () => {
            const rows = asking.result as AnchorRow[]
            if (due) for (const row of rows) store.put({ ...row, nextTryAt: row.requestedAt })
            writing.oncomplete = () => {
              opening.result.close()
              resolve(
                rows.map(({ state, of, kind, proof }) => ({
                  ...{ state, of, kind },
                  proof: Array.from(proof ?? [], byte => byte.toString(16).padStart(2, "0")).join(""),
                })),
              )
            }
          }
        }
      }),
    makeDue,
  )

async function capturePost(andExport = false): Promise<{ readonly id: string; readonly zip: string | null }> {
  const page = await browser.driven.newPage(`${site.origin}/post`)
  const { popup } = await capture(browser.driven, page)
  if (andExport) await exportAll(popup)
  const zip = andExport ? await browser.driven.nextDownload() : null
  if (await popup.isOpen()) await popup.close()
  await page.close()
  return { id: newest(await readVault(browser.driven.background)).id, zip }
}

async function switchTo(on: boolean): Promise<void> {
  const page = await browser.driven.openExtensionPage("ui/settings.html")
  await page.waitFor(`document.querySelector("input[name=anchors][data-on=${on ? "no" : "yes"}]")`)
  await page.click("input[name=anchors]")
  await page.waitFor(`document.querySelector("input[name=anchors][data-on=${on ? "yes" : "no"}]")`)
  await page.close()
}

async function nameCalendars(): Promise<void> {
  const page = await browser.driven.openExtensionPage("ui/settings.html")
  await page.click("#other-calendars summary")
  await page.click("#other-calendars textarea")
  await page.evaluate(() => {
    document.querySelector<HTMLTextAreaElement>("#other-calendars textarea")?.select()
  })
  await page.type(calendars.map(({ url }) => url).join("\n"))
  await page.click("#other-calendars button[type=submit]")
  await page.waitFor(
    `document.querySelector("#calendars")?.textContent.includes(${JSON.stringify(calendars[1]?.url)})`,
  )
  await page.close()
}

const verified = (zip: string) => {
  const run = spawnSync(process.execPath, ["scripts/run.js", "src/cli/main.ts", zip, "--lang", "en"], {
    encoding: "utf8",
  })
  return { exit: run.status, said: run.stdout }
}

function unzipped(zip: string): string {
  const into = mkdtempSync(join(folder, "bundle-"))
  execFileSync("unzip", ["-q", zip, "-d", into])
  return join(into, readdirSync(into)[0] ?? "")
}

test("until it is switched on, calendars hear nothing, though they are named", async () => {
  await nameCalendars()
  await capturePost()
  expect(await anchors()).toEqual([])
  expect(calendars.flatMap(({ asked }) => asked)).toEqual([])
})

describe("switched on in the settings", () => {
  const held: { id?: string } = {}

  beforeAll(async () => {
    await switchTo(true)
    held.id = (await capturePost()).id
    await until("the promises to come", async () =>
      (await anchors()).some(({ state }) => state === "pending"),
    )
  })

  test("a capture gets promises, for 32 bytes and without a word about who asks", async () => {
    expect(await anchors()).toMatchObject([{ kind: "capture", of: held.id, state: "pending" }])
    for (const { asked, given } of calendars) {
      expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /digest"])
      expect(given).toHaveLength(1)
      expect(asked[0]?.headers).not.toHaveProperty("cookie")
      expect(asked[0]?.headers).not.toHaveProperty("referer")
    }
    expect(calendars[0]?.given).toEqual(calendars[1]?.given)
  })

  test("the item's page calls a promise a promise, and the block a block that nobody looked at", async () => {
    const page = await browser.driven.openExtensionPage(`ui/item.html?item=${held.id ?? ""}`)
    await page.waitFor(() => document.querySelector("[data-anchor=pending]"))
    calendars[0]?.confirm(812_345)
    await anchors(true)
    await switchTo(false)
    await switchTo(true)
    const said = await page.waitFor(() => document.querySelector("[data-anchor=confirmed]")?.textContent)
    expect(said).toContain("812345")
    await page.close()
  })

  test("the bundle holds both proofs, which the reference reads, and the verifier calls neither a proof of time", async context => {
    const { zip } = await capturePost(true)
    const base = unzipped(zip ?? expect.unreachable("an export"))
    const inner = readFileSync(join(base, "data/e002/capture.json.ots"))
    const outer = readFileSync(join(base, "proofs/tagmanifest-sha256.txt.ots"))
    expect(readFileSync(join(base, "bag-info.txt"), "utf8")).toContain(
      "Time-Stamps-Requested: opentimestamps\n",
    )
    const { exit, said } = verified(zip ?? "")
    expect(exit).toBe(0)
    expect(said).toContain("leads to Bitcoin block 812345")
    expect(said).toContain("not yet proof of a time")
    expect(said).not.toContain("sealed")
    if (python === undefined) context.skip("python3-opentimestamps is not installed")
    const digestOf = (path: string) =>
      execFileSync("sha256sum", [join(base, path)], { encoding: "utf8" }).slice(0, 64)
    const [ofItem, ofAll] = readOutside([inner, outer])
    expect(ofItem?.digest).toBe(digestOf("data/e002/capture.json"))
    expect(ofItem?.said?.filter(line => line.startsWith("bitcoin"))).toHaveLength(1)
    expect(ofAll?.digest).toBe(digestOf("tagmanifest-sha256.txt"))
    expect(ofAll?.said?.map(line => line.split(" ")[0])).toEqual(["pending", "pending"])
  })
})
