/** The custody log in real browsers: how it begins, that nothing forks it, and the check of all files that ends in it. */
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { until } from "../../scripts/browsers/surface.ts"
import { exportBundle, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { saidSize, sizeOf } from "./harness/sizes.ts"
import { verify } from "./harness/verifier.ts"
import { readVault } from "./harness/vault.ts"

const site = await servePages({ "/post": tallPage("A post", 900) })
const browser = installed()
afterAll(() => site.close())

const PAGES = 4
const RECIPIENT_ROUNDS = 15
/** Each is one line when an item goes to the trash and one when it comes back. */
const ROUNDS = Math.floor((sizeOf("lines") - 2 * RECIPIENT_ROUNDS) / (2 * PAGES))
const KEY = "age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew"

const settings = (): Promise<Page> => browser.driven.openExtensionPage("ui/settings.html")

/** integrity.md §5.4, as it stands there. */
const OUTSIDER = `p=$(printf '0%.0s' $(seq 64)); while IFS= read -r l; do case $l in *"\\"prev\\":\\"$p\\""*) ;; *) echo BROKEN; exit 1;; esac; p=$(printf %s "$l" | sha256sum | cut -d' ' -f1); done < custody.jsonl; echo "head $p"`

/** Asks the background over and over, one answer after another, as the buttons of that page do. Answers with how many it confirmed. */
const asking = (body: string): string => `(async () => {
  let confirmed = 0
  const ask = async (method, input) => {
    const reply = await chrome.runtime.sendMessage({ api: "background", method, input })
    if (!reply.ok) throw new Error(method + ": " + reply.error.code)
    confirmed += 1
    return reply.value
  }
  ${body}
  return confirmed
})()`

const trashing = (captureId: string): string =>
  asking(`for (let round = 0; round < ${ROUNDS}; round++) {
    await ask("discardCapture", { captureId: "${captureId}" })
    await ask("restoreCapture", { captureId: "${captureId}" })
  }`)

const changingRecipients = asking(`for (let round = 0; round < ${RECIPIENT_ROUNDS}; round++) {
  const { recipientId } = await ask("addRecipient", { label: "王律师", key: "${KEY}" })
  await ask("removeRecipient", { recipientId })
}`)

test("the log of a new installation begins with it and the birth of the key that the settings show", async () => {
  const page = await settings()
  const { custody } = await until("the first lines", async () => {
    const vault = await readVault(page)
    return vault.custody.length >= 2 ? vault : null
  })
  expect(custody.map(({ event }) => event)).toEqual(["installed", "key.created"])
  const shown = await page.waitFor(
    () => document.querySelector("#key-digits")?.textContent.replaceAll(/\s/g, "") ?? null,
  )
  expect(custody[1]).toMatchObject({ key: shown })
  await page.close()
})

test(`about ${saidSize("lines")} lines that several pages and the background cause at once make one chain, by the shell's word`, async () => {
  const { driven, place } = browser
  const post = await driven.newPage(`${site.origin}/post`)
  for (let n = 0; n < PAGES; n++) await keep(driven, post)
  const pages = []
  for (let n = 0; n <= PAGES; n++) pages.push(await settings())
  const [last = expect.unreachable()] = pages.slice(-1)
  const before = await readVault(last)
  await post.bringToFront()
  const [, ...confirmed] = await Promise.all([
    keep(driven, post),
    last.evaluate<[], number>(changingRecipients),
    ...pages
      .slice(0, PAGES)
      .map((page, n) => page.evaluate<[], number>(trashing(before.captures[n]?.id ?? ""))),
  ])
  expect(confirmed).toEqual([2 * RECIPIENT_ROUNDS, ...Array<number>(PAGES).fill(2 * ROUNDS)])
  for (const page of pages) await page.close()

  const bundle = await exportBundle(driven, post, place.folder)
  const file = join(bundle.folder, "data/custody.jsonl")
  const seq = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map(line => (JSON.parse(line) as { seq: number }).seq)
  // The capture's own two, and the one that opens the export.
  const lines = before.custody.length + confirmed.reduce((sum, n) => sum + n, 0) + 3
  expect(lines).toBeGreaterThan(0.95 * sizeOf("lines"))
  expect(seq).toEqual(Array.from({ length: lines }, (_, index) => index + 1))
  const said = spawnSync("bash", ["-c", OUTSIDER], { cwd: join(bundle.folder, "data"), encoding: "utf8" })
  const head = /^Custody-Head-SHA256: (.*)$/m.exec(
    readFileSync(join(bundle.folder, "bag-info.txt"), "utf8"),
  )?.[1]
  expect(said.stdout.trim()).toBe(`head ${head ?? ""}`)
  await post.close()
})

const outcome = (page: Page, is: "whole" | "damaged") =>
  page.waitFor<string | null>(
    `document.querySelector("#check-start:not([aria-disabled])") && document.querySelector("#check-outcome[data-outcome=${is}]")?.textContent`,
    60_000,
  )

test("the check of all files says how it came out, in the settings, in custody, and after a reload", async () => {
  const page = await settings()
  await page.click("#check-start")
  const said = await outcome(page, "whole")
  const { captures, files, custody } = await readVault(page)
  expect(said).toMatch(new RegExp(`\\b${files.length}\\b`))
  expect(custody.at(-1)).toMatchObject({
    event: "integrity.checked",
    files: files.length,
    items: captures.length,
    damaged: [],
  })
  await page.close()
  const again = await settings()
  expect(await outcome(again, "whole")).toBe(said)
  await again.close()
})

test("of a file that the disk has lost it names the item, and the others are exported whole", async () => {
  const page = await settings()
  const { captures, files } = await readVault(page)
  const second = captures.find(({ item }) => item === 2) ?? expect.unreachable()
  const own = files.filter(({ captureId }) => captureId === second.id)
  const lost = own.find(({ path }) => path === "log.jsonl") ?? expect.unreachable()
  await page.evaluate(loseBytes, lost.sha256)
  await page.click("#check-start")
  expect(await outcome(page, "damaged")).toContain("E-002")
  expect((await readVault(page)).custody.at(-1)).toMatchObject({
    event: "integrity.checked",
    damaged: [second.id],
  })
  await page.close()

  const post = await browser.driven.newPage(`${site.origin}/post`)
  const popup = await openPopup(browser.driven, post)
  await popup.click("#export-open")
  await popup.click("input[name=scope][value=selected]")
  const marked = await popup.waitFor<string | null>(
    `document.querySelector("#export-items li:has(.chip-damaged) .item-label")?.textContent`,
    30_000,
  )
  expect(marked).toBe("E-002")
  await popup.close()
  const { zip } = await exportBundle(browser.driven, post, browser.place.folder)
  expect(verify(zip)).toMatchObject({ status: 0, result: { verdict: "integrity-only" } })
  await post.close()
})

/** Runs in the browser. */
async function loseBytes(sha256: string): Promise<void> {
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
    transaction.objectStore("blobs").delete(sha256)
    transaction.oncomplete = () => {
      resolve()
    }
    transaction.onerror = () => {
      reject(new Error(String(transaction.error)))
    }
  })
  database.close()
}
