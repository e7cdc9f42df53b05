/**
 * Chromium, Chrome and Edge, by the DevTools protocol over a pipe.
 *
 * Branded Chrome ignores `--load-extension` since 137, so puppeteer loads the
 * extension over the pipe (`Extensions.loadUnpacked`), which all of them take.
 * An attached debugger keeps a service worker alive; puppeteer detaches from
 * workers by itself, and `background.evaluate` attaches for the call only, so
 * the worker falls asleep after its 30 s as it does for a user (measured).
 */
import puppeteer, {
  type Browser,
  type CDPSession,
  type ElementHandle,
  type Extension,
  type Page as PuppeteerPage,
  TargetType,
} from "puppeteer-core"
import { inScheme, pageSurface, popupOf } from "./chromium-page.ts"
import { evaluateInWorker, isWorkerRunning, stopWorker } from "./chromium-worker.ts"
import { type Driven, type LaunchOptions, type Page, type Viewport } from "./driver.ts"
import { downloadsIn } from "./downloads.ts"
import { readBuiltManifest } from "./manifest.ts"
import { killBrowser } from "./processes.ts"
import { evaluateIn, until } from "./surface.ts"

/** The toolbar and tab strip, about; the exact window is measured afterwards. */
const chromeHeight = 87

export async function launchChromium(options: LaunchOptions): Promise<Driven> {
  const { profile, viewport, dpr } = options
  const nextDownload = downloadsIn(options.downloadDir)
  const browser = await puppeteer.launch({
    executablePath: options.executable,
    enableExtensions: [options.extensionDir],
    pipe: true,
    headless: options.headless,
    // A window is a person's: Ctrl+C must end it as closing it does, and whoever opened it sees to that.
    handleSIGINT: options.headless,
    userDataDir: profile,
    // No emulation: the window itself has the size, so captureVisibleTab and innerWidth agree.
    defaultViewport: null,
    // Scrollbars are part of what a user sees, and of what the stitching must cope with.
    ignoreDefaultArgs: ["--hide-scrollbars"],
    env: { ...process.env, ...options.env },
    acceptInsecureCerts: options.anyCertificate ?? false,
    args: [
      ...(viewport === null ? [] : [`--window-size=${viewport.width},${viewport.height + chromeHeight}`]),
      ...(viewport === null || !options.headless ? [] : [screenFor(viewport, dpr ?? 1)]),
      ...(dpr === null ? [] : [`--force-device-scale-factor=${dpr}`]),
      "--no-first-run",
      "--disable-component-update",
      // The address bar's suggestions are web pages of their own, made at the start: a third of its cost.
      "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
      ...(options.locale === undefined
        ? []
        : [`--lang=${options.locale}`, `--accept-lang=${options.locale}`]),
      // The sandbox cannot start for root, and for nobody else may it be off.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(options.args ?? []),
    ],
  })
  try {
    if (options.inPrivate === true) await allowInPrivate(browser, options.extensionDir)
    return await drivenOf(browser, options, nextDownload)
  } catch (thrown) {
    await browser.close()
    throw thrown
  }
}

/** Loads the extension once more: only so is it allowed without the browser's own page. */
async function allowInPrivate(browser: Browser, path: string): Promise<void> {
  const session = await browser.target().createCDPSession()
  await session.send("Extensions.loadUnpacked", { path, enableInIncognito: true })
  await session.detach()
}

/** A headless screen with room for the window, in device pixels: the default one, 800x600, is smaller than that. */
const screenFor = ({ width, height }: Viewport, dpr: number): string =>
  `--screen-info={${Math.ceil((width + 400) * dpr)}x${Math.ceil((height + 400) * dpr)} devicePixelRatio=${dpr}}`

async function drivenOf(
  browser: Browser,
  options: LaunchOptions,
  nextDownload: Driven["nextDownload"],
): Promise<Driven> {
  const extension = await runningExtension(browser, options.extensionDir)
  const origin = `chrome-extension://${extension.id}`
  const { popup, panel } = readBuiltManifest(options.extensionDir)
  const pid = browser.process()?.pid ?? -1
  const ended = new Promise<void>(resolve =>
    browser.once("disconnected", () => {
      resolve()
    }),
  )
  await keepNames(browser, options.downloadDir)
  if (!options.headless) endWithLastTab(browser)

  const pages = new WeakMap<Page, PuppeteerPage>()
  const blank = (await browser.pages()).filter(page => page.url() === "about:blank")
  const setViewport = async (viewport: Viewport) => {
    await resizeWindow(browser, viewport)
  }
  if (options.viewport !== null) await setViewport(options.viewport)

  const newPage = (url: string): Promise<Page> => madeOf(url, blank.shift() ?? null)
  const madeOf = async (url: string, given: PuppeteerPage | null): Promise<Page> => {
    const page = given ?? (await browser.newPage())
    const goto = async (to: string) => {
      await page.goto(to, { waitUntil: "load" })
    }
    await goto(url)
    const made: Page = {
      ...pageSurface(page),
      goto,
      bringToFront: () => page.bringToFront(),
      async drag(from, to) {
        await page.mouse.move(...from)
        await page.mouse.down()
        await page.mouse.move(...to, { steps: 4 })
        await page.mouse.up()
      },
      async choose(selector, path) {
        const input = await page.$(`input${selector}`)
        if (input === null) throw new Error(`no input ${selector} in the page`)
        await (input as ElementHandle<HTMLInputElement>).uploadFile(path)
      },
      close: () => page.close(),
    }
    pages.set(made, page)
    return made
  }

  return {
    target: "chrome",
    version: await browser.version(),
    extensionId: extension.id,
    origin,
    profile: options.profile,
    pid,
    ended,
    newPage,
    async newPrivatePage(url) {
      const evaluate = (expression: string) => evaluateInWorker(browser, origin, expression)
      return madeOf(url, await privateTab(browser, evaluate))
    },
    openExtensionPage: path => newPage(`${origin}/${path}`),
    async toolbarClick(page) {
      const tab = pages.get(page)
      if (tab === undefined) throw new Error("that page belongs to another browser")
      await tab.bringToFront()
      await extension.triggerAction(tab)
    },
    popup: () => popupOf(browser, `${origin}/${popup ?? ""}`),
    panel: () => popupOf(browser, `${origin}/${panel ?? ""}`),
    opened: path => popupOf(browser, `${origin}/${path}`),
    background: {
      evaluate: (code, ...args) =>
        evaluateIn(expression => evaluateInWorker(browser, origin, expression), code, args),
      isRunning: () => Promise.resolve(isWorkerRunning(browser, origin)),
    },
    stopWorker: () => stopWorker(browser, origin),
    limitStorage: storageLimit(browser, origin),
    answerQuestion: null,
    setViewport,
    inScheme: (scheme, work) => inScheme(browser, scheme, work),
    nextDownload,
    kill: () => killBrowser(pid, options.profile),
    async close() {
      if (browser.connected) await browser.close()
    },
  }
}

/** The driver's own contexts without a history are none that the extension may be allowed into: the extension opens the window. */
async function privateTab(
  browser: Browser,
  evaluate: (expression: string) => Promise<unknown>,
): Promise<PuppeteerPage> {
  const start = `about:blank?${String(performance.now())}`
  await evaluate(
    `chrome.windows.create({ incognito: true, url: ${JSON.stringify(start)} }).then(({ id }) => id)`,
  )
  const target = await browser.waitForTarget(
    each => each.type() === TargetType.PAGE && each.url() === start,
    { timeout: 10_000 },
  )
  return target.asPage()
}

/** The limit lasts as long as the session that set it; the browser's own session knows the command and no storage. */
function storageLimit(browser: Browser, origin: string): (bytes: number) => Promise<void> {
  const held: { session?: CDPSession } = {}
  return async bytes => {
    held.session ??= await (await browser.newPage()).createCDPSession()
    await held.session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: bytes })
  }
}

/** Throws one line that says why, where the extension was not loaded or its worker does not start. */
async function runningExtension(browser: Browser, extensionDir: string): Promise<Extension> {
  const name = await browser.version()
  const worker = await browser
    .waitForTarget(each => each.type() === TargetType.SERVICE_WORKER && isOfExtension(each.url()), {
      timeout: 15_000,
    })
    .catch((cause: unknown) => {
      throw new Error(`${name} started no service worker of ${extensionDir}`, { cause })
    })
  const id = new URL(worker.url()).host
  const extension = (await browser.extensions()).get(id)
  if (extension === undefined) throw new Error(`${name} does not list the extension ${id}`)
  if (!extension.enabled) throw new Error(`${name} switched ${extension.name} off (by a policy?)`)
  return extension
}

const isOfExtension = (url: string): boolean => url.startsWith("chrome-extension://")

async function keepNames(browser: Browser, downloadPath: string | undefined): Promise<void> {
  if (downloadPath === undefined) return
  const session = await browser.target().createCDPSession()
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath })
}

/** On macOS a browser goes on without a window; this one is there for its window only. */
function endWithLastTab(browser: Browser): void {
  browser.on("targetdestroyed", () => {
    if (browser.connected && !browser.targets().some(each => each.type() === TargetType.PAGE))
      void browser.close()
  })
}

/** Sizes the window until its inside is `viewport`. How much the browser's own rows take differs by build and display. */
async function resizeWindow(browser: Browser, viewport: Viewport): Promise<void> {
  const page = (await browser.pages()).at(-1)
  if (page === undefined) throw new Error("no page to measure the window by")
  const session = await page.createCDPSession()
  const inside = () => page.evaluate(() => [innerWidth, innerHeight] as const)
  await until(
    `a window of ${viewport.width}x${viewport.height} inside`,
    async () => {
      const [width, height] = await inside()
      if (width === viewport.width && height === viewport.height) return true
      const { windowId, bounds } = await session.send("Browser.getWindowForTarget")
      await session.send("Browser.setWindowBounds", {
        windowId,
        bounds: {
          width: (bounds.width ?? width) + viewport.width - width,
          height: (bounds.height ?? height) + viewport.height - height,
        },
      })
      return false
    },
    10_000,
  )
  await session.detach()
}
