/** Public random numbers, end to end: a relay and a beacon on this machine that answer as drand and NIST do, with a round that drand signed. */
import { spawnSync } from "node:child_process"
import { createServer } from "node:http"
import { type AddressInfo } from "node:net"
import { afterAll, expect, test } from "vitest"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { capture, exportAll } from "../../scripts/browsers/use-popup.ts"
import { QUICKNET } from "../../src/core/bracket/drand.ts"
import { pulse, round1000, ROUND_1000_TIME } from "../unit/bracket/rounds.ts"
import { newPlace } from "./harness/browser.ts"
import { bundleOf } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"
import { newest, readVault } from "./harness/vault.ts"

const asked: { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[] = []
const server = createServer(({ url: path = "", headers }, response) => {
  asked.push({ path, headers })
  const answers: Readonly<Record<string, string>> = {
    [`/${QUICKNET.hash}/public/latest`]: JSON.stringify(round1000),
    "/beacon/2.0/pulse/last": pulse(),
  }
  response.writeHead(answers[path] === undefined ? 404 : 200, { "Access-Control-Allow-Origin": "*" })
  response.end(answers[path] ?? "")
})
await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve))
const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
const site = await servePages({ "/post": tallPage("A post", 1500) })
const folder = newPlace()
const browser = installed(grantedHosts(target, extensionDir, [address], folder.profile))
afterAll(async () => {
  await site.close()
  server.closeAllConnections()
  server.close()
  folder.clear()
})

/** The settings have no field for other addresses: these are ours for the test. */
const nameThem = (url: string): Promise<true> =>
  browser.driven.background.evaluate(
    from =>
      new Promise<true>((resolve, reject) => {
        const opening = indexedDB.open("holdfast")
        opening.onerror = () => {
          reject(new Error("no vault"))
        }
        opening.onsuccess = () => {
          const writing = opening.result.transaction("settings", "readwrite")
          writing
            .objectStore("settings")
            .put({ name: "beacons", beacons: { on: false, drand: [from], nist: from } })
          writing.oncomplete = () => {
            opening.result.close()
            resolve(true)
          }
        }
      }),
    url,
  )

async function capturePost() {
  const page = await browser.driven.newPage(`${site.origin}/post`)
  const { popup } = await capture(browser.driven, page)
  return { page, popup }
}

test("until it is switched on, nobody is asked", async () => {
  await nameThem(address)
  const { page, popup } = await capturePost()
  if (await popup.isOpen()) await popup.close()
  await page.close()
  expect(asked).toEqual([])
  expect(newest(await readVault(browser.driven.background)).bracket).toBeUndefined()
})

test("switched on in the settings, a capture fetches both numbers and says nothing of itself", async () => {
  const settings = await browser.driven.openExtensionPage("ui/settings.html")
  await settings.waitFor(() => document.querySelector("input[name=beacons][data-on=no]"))
  await settings.click("input[name=beacons]")
  await settings.waitFor(() => document.querySelector("input[name=beacons][data-on=yes]"))
  await settings.close()
  const { page, popup } = await capturePost()
  const exported = await exportAll(popup)
  const zip = await browser.driven.nextDownload()
  if (await popup.isOpen()) await popup.close()
  await page.close()
  expect(asked.map(({ path }) => path).sort()).toEqual(
    ["/beacon/2.0/pulse/last", `/${QUICKNET.hash}/public/latest`].sort(),
  )
  for (const { headers } of asked) {
    expect(headers).not.toHaveProperty("cookie")
    expect(headers).not.toHaveProperty("referer")
  }

  const run = spawnSync(process.execPath, ["scripts/run.js", "src/cli/main.ts", zip, "--lang", "en"], {
    encoding: "utf8",
  })
  expect(run.status).toBe(0)
  expect(run.stdout).toContain(`e002: this record came to be after ${ROUND_1000_TIME} (round 1000 of drand`)
  expect(run.stdout).toContain("this verifier does not check its signature")
  const { bracket } = bundleOf(zip, exported, browser.place.folder).item("e002").record
  expect(bracket?.values.map(({ source }) => source).sort()).toEqual(["drand", "nist"])
  // From which capture on they were wanted, no record says by itself.
  const { custody } = await readVault(browser.driven.background)
  expect(custody.filter(({ event }) => event === "settings.changed")).toMatchObject([
    { setting: "beacons", on: ["drand", "nist"] },
  ])
})

test("the item's page says between what moments its record was made, and no more", async () => {
  const { id } = newest(await readVault(browser.driven.background))
  const page = await browser.driven.openExtensionPage(`ui/item.html?item=${id}`)
  const said = await page.waitFor(() => {
    const text = document.querySelector("#clock")?.textContent ?? ""
    return text.includes("1000") ? text : null
  })
  expect(said).toContain("2023-08-23 15:59:24 UTC")
  expect(said).toMatch(/取决于采集工具|rests on the capturing tool/)
  await page.close()
})
