/**
 * Firefox, by raw WebDriver BiDi: puppeteer and Playwright hang on
 * `moz-extension:` pages, and neither can click the toolbar. The extension is
 * installed temporarily, as Firefox's release builds allow for unsigned ones.
 */
import { once } from "node:events"
import { asFields, asList, asNumber, asString } from "../../src/core/parse.ts"
import { type Bidi, connectBidi } from "./bidi.ts"
import { type Driven, type LaunchOptions, type Page, type Viewport } from "./driver.ts"
import { downloadsIn } from "./downloads.ts"
import {
  allowInPrivate,
  answerNotification,
  backgroundBrowser,
  growWindow,
  inDocument,
  isBackgroundRunning,
  showScheme,
  stopBackground,
  triggerAction,
} from "./firefox-chrome-scope.ts"
import { pageOf, panelOf, popupOf } from "./firefox-page.ts"
import { extensionUuid, startFirefox } from "./firefox-process.ts"
import { readBuiltManifest } from "./manifest.ts"
import { killBrowser } from "./processes.ts"
import { evaluateIn, until } from "./surface.ts"

const FIRST_PAGE_IS_THERE = `location.href === "about:privatebrowsing" && document.readyState === "complete"`

export async function launchFirefox(options: LaunchOptions): Promise<Driven> {
  const { geckoId, popup, panel } = readBuiltManifest(options.extensionDir)
  if (geckoId === null)
    throw new Error(`${options.extensionDir} has no gecko id: it is not the Firefox build`)
  const nextDownload = downloadsIn(options.downloadDir)
  const { child, address } = await startFirefox(options, geckoId)
  const pid = child.pid ?? -1
  const ended = once(child, "exit").then(() => undefined)
  const kill = () => killBrowser(pid, options.profile)

  try {
    const bidi = await connectBidi(`${address}/session`)
    const version = await openSession(bidi, options)
    const window = await windowOf(bidi)
    const chrome = (expression: string) => bidi.run(window, expression)
    if (options.inPrivate === true) await chrome(allowInPrivate(geckoId))
    await installExtension(bidi, options.extensionDir, version)
    const origin = `moz-extension://${extensionUuid}`
    const blank = await contextsOf(bidi)
    /** The window that each stands in. */
    const windows = new WeakMap<Page, string>()
    /** The one with the popup. */
    const clicked = { window }

    const pageIn = async (url: string, context: string, its: string): Promise<Page> => {
      const page = pageOf(bidi, context, its)
      windows.set(page, its)
      await page.goto(url)
      return page
    }
    const newPage = async (url: string): Promise<Page> =>
      pageIn(url, blank.shift() ?? (await newTab(bidi)), window)
    const setViewport = (viewport: Viewport) => resizeWindow(chrome, viewport)
    if (options.viewport !== null) await setViewport(options.viewport)

    return {
      target: "firefox",
      version,
      extensionId: geckoId,
      origin,
      profile: options.profile,
      pid,
      ended,
      newPage,
      async newPrivatePage(url) {
        const before = { contexts: await contextsOf(bidi), windows: await windowsOf(bidi) }
        await chrome("void OpenBrowserWindow({ private: true })")
        const context = await newIn("a private tab", before.contexts, () => contextsOf(bidi))
        // Its own first page would break off what is loaded before it is there.
        await until("its first page", () => bidi.run(context, FIRST_PAGE_IS_THERE))
        return pageIn(url, context, await newIn("its window", before.windows, () => windowsOf(bidi)))
      },
      openExtensionPage: path => newPage(`${origin}/${path}`),
      async toolbarClick(page) {
        const its = windows.get(page)
        if (its === undefined) throw new Error("that page belongs to another browser")
        clicked.window = its
        await page.bringToFront()
        await bidi.run(its, triggerAction(geckoId))
      },
      popup: () => popupOf(bidi, clicked.window, `${origin}/${popup ?? ""}`),
      opened: async path => pageOf(bidi, await openedContext(bidi, `${origin}/${path}`), window),
      panel: () => panelOf(bidi, window, `${origin}/${panel ?? ""}`),
      background: {
        evaluate: (code, ...args) =>
          evaluateIn(expression => chrome(inDocument(backgroundBrowser(geckoId), expression)), code, args),
        isRunning: async () => (await chrome(isBackgroundRunning(geckoId))) === true,
      },
      async stopWorker() {
        const state = await chrome(stopBackground(geckoId))
        if (state !== "stopped") throw new Error(`the event page did not stop: ${String(state)}`)
      },
      limitStorage: null,
      async answerQuestion(answer) {
        await until("the browser's question", () => chrome(answerNotification(answer)))
      },
      setViewport,
      async inScheme(scheme, work) {
        const before = await chrome(showScheme(scheme))
        try {
          await work()
        } finally {
          await chrome(showScheme(before === "dark" ? "dark" : "light"))
        }
      },
      nextDownload,
      kill,
      async close() {
        if (child.exitCode !== null || child.signalCode !== null) return
        // It may be ending by itself, and then it does not answer.
        await Promise.any([bidi.send("browser.close", {}), ended])
        await ended
      },
    }
  } catch (thrown) {
    await kill()
    throw thrown
  }
}

async function openSession(
  bidi: Bidi,
  { anyCertificate = false }: Pick<LaunchOptions, "anyCertificate">,
): Promise<string> {
  const session = await bidi.send("session.new", {
    capabilities: { alwaysMatch: { acceptInsecureCerts: anyCertificate } },
  })
  const capabilities = asFields(session.capabilities, "capabilities")
  return `Firefox/${asString(capabilities.browserVersion, "browserVersion")}`
}

async function installExtension(bidi: Bidi, path: string, version: string): Promise<void> {
  try {
    await bidi.send("webExtension.install", { extensionData: { type: "path", path } })
  } catch (cause) {
    throw new Error(`${version} did not take the extension: ${String(cause)}`, { cause })
  }
}

/** The browser window's own context, where the toolbar is. */
async function windowOf(bidi: Bidi): Promise<string> {
  const [first] = await windowsOf(bidi)
  if (first === undefined) throw new Error("Firefox has no window")
  return first
}

async function windowsOf(bidi: Bidi): Promise<string[]> {
  const { contexts } = await bidi.send("browsingContext.getTree", { "moz:scope": "chrome" })
  return asList(contexts, "contexts", each => asString(asFields(each, "context").context, "context"))
}

const newIn = (what: string, before: readonly string[], list: () => Promise<string[]>): Promise<string> =>
  until(what, async () => (await list()).find(each => !before.includes(each)))

async function contextsOf(bidi: Bidi): Promise<string[]> {
  const { contexts } = await bidi.send("browsingContext.getTree", {})
  return asList(contexts, "contexts", each => asString(asFields(each, "context").context, "context"))
}

async function openedContext(bidi: Bidi, start: string): Promise<string> {
  const found = await until(`${start} to be opened`, async () => {
    const { contexts } = await bidi.send("browsingContext.getTree", {})
    const all = asList(contexts, "contexts", each => asFields(each, "context"))
    return all.find(({ url }) => asString(url, "url").startsWith(start)) ?? null
  })
  return asString(found.context, "context")
}

async function newTab(bidi: Bidi): Promise<string> {
  return asString((await bidi.send("browsingContext.create", { type: "tab" })).context, "context")
}

/** Grows the window until its inside is `viewport`, measured in the tab in front. */
async function resizeWindow(
  chrome: (expression: string) => Promise<unknown>,
  viewport: Viewport,
): Promise<void> {
  const inside = "(b => [b.clientWidth, b.clientHeight])(gBrowser.selectedBrowser)"
  await until(
    `a window of ${viewport.width}x${viewport.height} inside`,
    async () => {
      const [width = 0, height = 0] = asList(await chrome(inside), "size", each => asNumber(each, "size"))
      if (width === viewport.width && height === viewport.height) return true
      await chrome(growWindow(viewport.width - width, viewport.height - height))
      return false
    },
    10_000,
  )
}
