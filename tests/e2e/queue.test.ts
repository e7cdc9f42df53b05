/**
 * A list of addresses, captured one after another: pasted, begun, paused, gone on
 * with, cut off by a killed browser, gone on with again, and summed up. What it made
 * is exported and verified; what the browser lent for it is given back.
 */
import { afterAll, describe, expect, test } from "vitest"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { waitingEntry } from "../../src/core/queue/entry.ts"
import { type QueueEntryRow, type QueueRow } from "../../src/vault/queue-row.ts"
import { exportBundle } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { judged, type Look } from "./harness/look.ts"
import { photographer } from "./harness/photograph.ts"
import { newPlace } from "./harness/place.ts"
import { seed } from "./harness/seed.ts"
import { servePages, tallPage } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"
import { readVault } from "./harness/vault.ts"
import { verify } from "./harness/verifier.ts"

/** What a site puts over a page that it shows to nobody who is not signed in, at the same address and with status 200. */
const wall = `<div style="position:fixed;left:20%;top:15%;width:60%;height:60%;z-index:9;background:#fff"><h2>登录后查看全部内容</h2>
  <input placeholder="手机号"><input placeholder="验证码"><button>登录</button></div>`

const site = await servePages({
  "/one": tallPage("One", 1200),
  // One screen: a box over the first of two would be a seam that does not fit.
  "/two": `${tallPage("Two", 600)}${wall}`,
  "/aside": tallPage("Aside", 600),
})
afterAll(() => site.close())
/** Where nobody answers. */
const nowhere = "http://127.0.0.1:1/nowhere"

const api = `(globalThis.browser ?? globalThis.chrome)`
const isAllowed = (page: Page) =>
  page.evaluate<[], boolean>(`${api}.permissions.contains({ origins: ["<all_urls>"] })`)
const states = (page: Page) =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>("#entries > li"), each => each.dataset.state),
  )
const untilState = (page: Page, state: string) =>
  page.waitFor(
    `document.querySelector("#course[data-state=${state}]") && !document.querySelector("[data-state=capturing]")`,
    90_000,
  )
const counts = (page: Page) =>
  page.evaluate(() =>
    Object.fromEntries(
      Array.from(document.querySelectorAll<HTMLElement>("#summary [data-count]"), ({ dataset }) => [
        dataset.count ?? "",
        Number(dataset.n),
      ]),
    ),
  )

describe("a list that is pasted", () => {
  const folder = newPlace()
  const browser = installed({
    ...grantedHosts(target, extensionDir, ["<all_urls>"], folder.profile, ["webRequest"]),
    locale: "zh-CN",
    env: { LANGUAGE: "zh_CN" },
  })
  afterAll(() => {
    folder.clear()
  })
  const held: { page?: Page; aside?: Page } = {}
  const page = () => held.page ?? expect.unreachable("opened before")
  const looks = new Map<string, Look>()
  const photograph = photographer(browser, "queue", { language: "zh-CN", scheme: "light" })
  const look = async (name: string) => {
    await photograph(page(), name)
    looks.set(name, await judged(page()))
  }
  const open = async () => {
    await browser.driven.setViewport({ width: 1000, height: 1000 })
    held.aside = await browser.driven.newPage(`${site.origin}/aside`)
    held.page = await browser.driven.openExtensionPage("ui/queue.html")
  }

  test("takes what is an address, and names what is none by its line", async () => {
    await open()
    await page().click("#links")
    await page().type(`${site.origin}/one`)
    await page().press("Enter")
    await page().type(nowhere)
    await page().press("Enter")
    await page().type("weibo.com/1")
    await page().press("Enter")
    await page().type(`${site.origin}/two`)
    await page().waitFor(() => document.querySelector("#counted")?.textContent === "将采集 3 个网址。")
    expect(
      await page().evaluate(
        () => document.querySelector<HTMLElement>("#refused [data-line='3']")?.dataset.why,
      ),
    ).toBe("no-address")
    expect(site.count("/one"), "nothing was asked for yet").toBe(0)
    await look("form")
  })

  test("is captured on a click, and paused by one: all sites are given back meanwhile", async () => {
    await page().evaluate(() => {
      const pace = document.querySelector<HTMLInputElement>("#pace")
      if (pace) pace.value = "1"
    })
    expect(target === "firefox" && (await isAllowed(page()))).toBe(false)
    await page().click("#start")
    await page().waitFor(() => document.querySelector("[data-entry='0'][data-state=capturing]"))
    // No picture: in two schemes it takes longer than this state may last.
    looks.set("running", await judged(page()))
    expect(await isAllowed(page())).toBe(true)
    await page().click("#pause")
    await untilState(page(), "paused")
    expect(await states(page())).toEqual(["saved", "waiting", "waiting"])
    await look("paused")
    // In Chromium this installation has it from the start: no script can answer the browser's question there.
    if (target === "firefox")
      await page().waitFor(`${api}.permissions.contains({ origins: ["<all_urls>"] }).then(may => !may)`)
    expect(site.count("/two")).toBe(0)
  })

  test("goes on on a click; a browser that is killed then opens nothing by itself, and says so", async () => {
    await page().click("#resume")
    await page().waitFor(() => document.querySelector("[data-entry='2'][data-state=capturing]"), 60_000)
    expect((await states(page())).slice(0, 2)).toEqual(["saved", "failed"])
    await browser.driven.kill()
    await browser.again()
    await open()
    await page().waitFor(() => document.querySelector("#course[data-state=paused][data-why=restarted]"))
    expect(await states(page())).toEqual(["saved", "failed", "interrupted"])
    if (target === "firefox") expect(await isAllowed(page())).toBe(false)
    await look("restarted")
  })

  test("comes to its end after it, and says what was saved, what was not, and why", async () => {
    await page().click("#resume")
    await untilState(page(), "done")
    expect(await states(page())).toEqual(["saved", "failed", "saved"])
    expect(await counts(page())).toEqual({ saved: 2, walled: 1, failed: 1 })
    expect(await page().evaluate(() => document.querySelector("[data-entry='2']")?.textContent)).toContain(
      "采集时页面上有登录、验证或打开应用的提示",
    )
    expect(
      await page().evaluate(
        () => document.querySelector<HTMLElement>("#summary [data-failed]")?.dataset.failed,
      ),
    ).toBe("queue/no-page")
    expect(await page().evaluate(() => document.querySelector("[data-entry='0'] .made a")?.textContent)).toBe(
      "E-001",
    )
    await look("done")
    const { captures } = await readVault(page())
    const whole = captures.filter(({ interrupted, page: facts }) => !interrupted && facts !== null)
    expect(whole.map(({ url, trigger, complete }) => [url, trigger, complete]).sort()).toEqual([
      [`${site.origin}/one`, "queue", true],
      [`${site.origin}/two`, "queue", true],
    ])
    const windows = `${api}.windows.getAll().then(all => all.length === 1)`
    expect(await page().waitFor(windows)).toBe(true)
    if (target === "firefox")
      await page().waitFor(`${api}.permissions.contains({ origins: ["<all_urls>"] }).then(may => !may)`)
  })

  test("can be of the tabs of this window, whose addresses are read after the browser was asked, and not before", async () => {
    await page().bringToFront()
    await page().click("#new")
    await page().waitFor(() => document.querySelector("#links"))
    const told = `${api}.tabs.query({}).then(all => all.filter(({ url }) => url?.startsWith("http")).length)`
    if (target === "firefox") expect(await page().evaluate(told)).toBe(0)
    await page().click("#tabs-all")
    await page().waitFor(() => document.querySelector("#taken p"))
    const written = await page().evaluate(() => document.querySelector<HTMLTextAreaElement>("#links")?.value)
    expect(written).toContain(`${site.origin}/aside`)
    if (target === "firefox")
      await page().waitFor(`${api}.permissions.contains({ origins: ["<all_urls>"] }).then(may => !may)`)
    await look("tabs")
  })

  test("is exported with what it made, and the bundle holds", async () => {
    const aside = held.aside ?? expect.unreachable("opened before")
    const bundle = await exportBundle(browser.driven, aside, browser.place.folder)
    const { record, log } = bundle.item("e001")
    expect(record).toMatchObject({ trigger: "queue", page: { href: `${site.origin}/one` } })
    expect(record.requests.map(({ purpose }) => purpose)).toEqual(["page", "source"])
    expect(log.some(({ what }) => what.startsWith("address of a list"))).toBe(true)
    expect(verify(bundle.zip)).toMatchObject({ status: 0, faults: [] })
  })

  test("can be of items that are chosen in the library", async () => {
    const library = await browser.driven.openExtensionPage("ui/library.html")
    await library.waitFor(() => document.querySelectorAll("#rows [data-id]").length >= 3)
    await library.click("#rows [data-id] input")
    await library.click("#again-open")
    const opened = `${api}.tabs.query({}).then(all => all.map(({ url }) => url ?? "").find(url => url.includes("ui/queue.html?item=")))`
    const { search } = new URL(String(await library.waitFor(opened)))
    held.page = await browser.driven.openExtensionPage(`ui/queue.html${search}`)
    await page().waitFor(() => document.querySelector("#again-items")?.textContent.startsWith("E-"))
    await page().waitFor(() => document.querySelector("#counted")?.textContent === "将采集 1 个网址。")
    await look("again")
  })

  test("nothing is wrong with its looks", () => {
    expect(looks.size).toBe(7)
    for (const [name, { wrong, sideways }] of looks)
      expect([name, wrong, sideways]).toEqual([name, [], false])
  })
})

const row: QueueRow = {
  ...{ id: "q", created: "2026-11-26T04:00:00.000Z", paceSeconds: 5, state: "done", why: null, code: null },
  ...{ access: "all", stopped: true, endedAt: "2026-11-26T04:10:00.000Z" },
}
const entry = (place: number, different: Partial<QueueEntryRow>): QueueEntryRow => ({
  ...waitingEntry(place, { url: `https://weibo.com/1/${String(place)}`, of: null, caseId: "default" }),
  queue: "q",
  ...different,
})
const made = (place: number, complete: boolean) =>
  ({ state: "saved", capture: `c${String(place)}`, item: place + 1, complete, answer: 200 }) as const
const entries = [
  entry(0, { ...made(0, true), arrived: "https://weibo.com/1/0" }),
  entry(1, { ...made(1, false), arrived: "https://weibo.com/1/1", answer: 404 }),
  entry(2, { ...made(2, true), arrived: "https://passport.weibo.com/signin", tries: 2, earlier: ["c9"] }),
  entry(3, { state: "failed", code: "capture/tab-closed" }),
  entry(4, {}),
]

describe("in English, dark", () => {
  const browser = installed({
    locale: "en-GB",
    env: { LANGUAGE: "en_GB" },
    args: target === "chrome" ? ["--force-dark-mode"] : [],
    prefs: { "ui.systemUsesDarkTheme": 1 },
  })
  const photograph = photographer(browser, "queue", { language: "en-GB", scheme: "dark" })

  test("a list that was ended says what came of each, and its addresses go on a new one by keyboard", async () => {
    const { driven } = browser
    await driven.setViewport({ width: 1000, height: 1000 })
    const page = await driven.openExtensionPage("ui/queue.html")
    await page.waitFor(() => document.querySelector("#start"))
    await seed(page, { queues: [row], queueEntries: entries })
    const shown = await driven.openExtensionPage("ui/queue.html")
    await page.close()
    await untilState(shown, "done")
    expect(await counts(shown)).toEqual({ saved: 3, gaps: 1, refused: 1, elsewhere: 1, left: 1, failed: 1 })
    const look = async (name: string) => {
      await photograph(shown, name)
      expect([name, await judged(shown)]).toEqual([name, { wrong: [], sideways: false }])
    }
    await look("ended")
    await driven.setViewport({ width: target === "chrome" ? 320 : 500, height: 1000 })
    await look("ended-narrow")
    await shown.evaluate(() => {
      document.querySelector<HTMLElement>("#retry")?.focus()
    })
    await shown.press("Enter")
    await shown.waitFor(() => document.querySelector("#counted")?.textContent === "2 addresses to capture.")
    await look("form-narrow")
    await driven.setViewport({ width: 1000, height: 1000 })
    await look("form")
  })

  test("the popup leads to it, and tells it which tabs are selected", async () => {
    const { driven } = browser
    await driven.newPage(`${site.origin}/two`)
    const page = await driven.newPage(`${site.origin}/aside`)
    const popup = await openPopup(driven, page)
    await popup.waitFor(() => document.querySelector("#queue-open"))
    const chosen = await popup.evaluate<[], number>(
      `${api}.tabs.query({ currentWindow: true }).then(async all => {
        const front = all.find(({ active }) => active).index
        await ${api}.tabs.highlight({ tabs: [front, ...all.map(({ index }) => index).filter(index => index !== front)] })
        return all.length
      })`,
    )
    expect(chosen).toBeGreaterThan(1)
    await popup.click("#queue-open")
    const opened = `${api}.tabs.query({}).then(all => all.map(({ url }) => url ?? "").find(url => url.includes("ui/queue.html?tab=")))`
    const other = await driven.openExtensionPage("ui/library.html")
    const url = new URL(String(await other.waitFor(opened)))
    // Numbers are all that the browser tells of tabs that nobody clicked in.
    const told = `${api}.tabs.query({}).then(all => all.filter(({ url }) => url?.endsWith("/two")).length)`
    expect(await other.evaluate(told)).toBe(0)
    expect(url.searchParams.getAll("tab")).toHaveLength(chosen)
    const shown = await driven.openExtensionPage(`ui/queue.html${url.search}`)
    await shown.waitFor(
      `document.querySelector("#tabs-chosen")?.textContent === "Add ${String(chosen)} selected tabs"`,
    )
  })
})
