/**
 * A browser as the background sees it: tabs, a page in each, a camera. Put in
 * the polyfill's place by `vi.mock`. Lengths are CSS pixels, one a device pixel.
 */
import { PNG } from "pngjs"

type Answer = (input: never) => unknown
export type Page = Record<string, Answer>

export interface Tab {
  id: number
  windowId: number
  url: string
  title: string
  active: boolean
  incognito: boolean
  status: string
  width: number
  height: number
  page: Page
}

interface Scene {
  readonly tabs: Map<number, Tab>
  readonly activated: Set<(info: { windowId: number; tabId: number }) => void>
  readonly updated: Set<Updated>
  /** The lines to the scripts that listen, by tab. */
  readonly lines: Map<number, Port>
  /** Everything that was asked of the browser, in order. */
  readonly asked: string[]
  /** What the camera gives instead of a picture of the tab in front, when it is set. */
  camera: ((windowId: number) => Promise<string>) | null
  shots: number
  /** The browser's own zoom, of every tab. */
  zoom: number
  /** What is in a tab that we open: null where the browser opens none. */
  opens: ((url: string) => Partial<Tab>) | null
}

type Updated = (tabId: number, change: { status?: string; url?: string }) => void

export interface Port {
  readonly onMessage: { addListener: (listener: (message: unknown) => void) => void }
  readonly onDisconnect: { addListener: (listener: () => void) => void }
  readonly disconnect: () => void
  /** What the page says, and its end. */
  readonly say: (message: unknown) => void
  readonly leave: () => void
}

interface ShotOptions {
  readonly rect?: { readonly width: number; readonly height: number }
  readonly scale?: number
}

export const scene: Scene = {
  tabs: new Map(),
  activated: new Set(),
  updated: new Set(),
  lines: new Map(),
  asked: [],
  camera: null,
  shots: 0,
  zoom: 1,
  opens: null,
}

export function resetScene(): void {
  scene.tabs.clear()
  scene.activated.clear()
  scene.updated.clear()
  scene.lines.clear()
  scene.asked.length = 0
  scene.camera = null
  scene.zoom = 1
  scene.opens = null
}

export const WIDTH = 100
export const HEIGHT = 50

/** A PNG that is like no other: the browser never gives the same picture twice here. */
export function picture(width: number, height: number): string {
  const png = new PNG({ width, height })
  scene.shots += 1
  png.data.writeUInt32BE(scene.shots, 0)
  return `data:image/png;base64,${PNG.sync.write(png).toString("base64")}`
}

/** The head of a PNG that is like no other: sizes are read from it, and nobody looks at its pixels here. */
function emptyPicture(width: number, height: number): string {
  const head = Buffer.from(picture(1, 1).split(",")[1] ?? "", "base64")
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  return `data:image/png;base64,${head.toString("base64")}`
}

/** Opens a tab with a page of a height, in a window of its own. */
export function openTab(id: number, height = 130, different: Partial<Tab> = {}): Tab {
  const url = different.url ?? `https://weibo.com/${id}/N`
  const tab: Tab = {
    id,
    windowId: id * 10,
    url,
    title: "标题",
    active: true,
    incognito: false,
    status: "complete",
    width: WIDTH,
    height: HEIGHT,
    page: pageOf(url, height),
    ...different,
  }
  scene.tabs.set(id, tab)
  return tab
}

/** Brings a tab to the front of a window, or puts it back. */
export function setActive(tab: Tab, active: boolean): void {
  tab.active = active
  for (const listener of scene.activated) listener({ windowId: tab.windowId, tabId: active ? tab.id : -1 })
}

/** The script in a page that behaves: it scrolls, stands still, and answers what is asked. */
export function pageOf(href: string, height: number): Page {
  let y = 0
  const stand = () => ({
    href,
    document: `document of ${href}`,
    scrollX: 0,
    scrollY: y,
    viewportWidth: WIDTH,
    viewportHeight: HEIGHT,
    clientWidth: WIDTH,
    clientHeight: HEIGHT,
    documentWidth: WIDTH,
    documentHeight: height,
    dpr: 1,
    visualScale: 1,
    visible: true,
    moved: 0,
  })
  const texts: Record<string, string> = {
    ...{ dom: "<html>固证</html>", text: "固证\n", source: "<p>source" },
    ...{ "offline-before": "<p>before", "offline-after": "<p>after" },
  }
  return {
    readFacts: () => ({
      ...stand(),
      canonicalUrl: null,
      title: "标题",
      referrer: "",
      frameUrls: [],
      lastModified: "",
      charset: "UTF-8",
      contentType: "text/html",
      language: "zh-CN",
      direction: "ltr",
      colorScheme: "light",
      navigation: { redirectCount: 1 },
      viewport: { width: WIDTH, height: HEIGHT },
      visualScale: 1,
      visibility: "visible",
      readyState: "complete",
      screen: { width: 800, height: 600, colorDepth: 24 },
      webdriver: true,
      selection: "",
      monotonicMs: performance.now(),
      timeOrigin: 2,
    }),
    readPostFacts: () => ({
      href,
      adapter: { id: "weibo", version: "2026-11-25" },
      siteOffsetMinutes: 480,
      pageType: "post",
      candidates: [
        { field: "authorName", raw: "林小满", source: "dom", where: "h1", isCut: false },
        { field: "likes", raw: "1.2万", source: "dom", where: ".likes", isCut: false },
      ],
      comments: [],
      commentsLeft: 0,
      wanted: [],
      faults: [],
    }),
    readMarks: () => ({ dpr: 1, post: null, quote: [] }),
    readBoxes: () => [],
    whereIs: stand,
    prepare: () => ({ changes: [{ selector: ":root", property: "style sheet", old: "", now: "calm" }] }),
    scrollTo: ({ y: to }: { y: number }) => {
      y = Math.min(to, height - HEIGHT)
      return {
        ...stand(),
        painted: true,
        waitingPictures: 0,
        lowerBar: null,
        ...{ late: 0, recycles: false, standing: [], moving: 0, gone: 0, isLoading: false },
        changes: [],
      }
    },
    restore: () => ({ stuck: [], scrollX: 0, scrollY: 0 }),
    takeText: ({ kind }: { kind: string }) => ({
      bytes: Buffer.byteLength(texts[kind] ?? ""),
      mediaType: "text/html; charset=utf-8",
      redacted: kind === "dom" ? [{ what: "password", count: 1, where: "dom" }] : [],
      url: href,
      status: kind === "source" ? 200 : null,
      date: kind === "source" ? "Sun, 22 Nov 2026 15:20:00 GMT" : null,
    }),
    readChunk: ({ kind, offset }: { kind: string; offset: number }) => ({
      base64: Buffer.from(texts[kind] ?? "")
        .subarray(offset, offset + 5)
        .toString("base64"),
    }),
    readForCopy: () => ({ url: href }),
    readParts: () => ({ requests: [] }),
    readWalls: () => [],
    findChat: () => ({ chat: null }),
    readChat: () => null,
    readSigns: () => ({ href, status: 200, shown: "" }),
    readMedia: () => ({ found: [], left: 0 }),
    readGaps: () => [],
  }
}

/** Puts a box into the page of a tab: one that shows 30 px of the 60 that it holds. */
export function addBox({ page }: Tab, different: object = {}): void {
  let y = 0
  const stand = page.whereIs
  const seen = () => ({
    left: 10,
    top: 5,
    width: 40,
    height: 30,
    y,
    contentHeight: 60,
    covered: false,
    moved: 0,
    ...different,
  })
  Object.assign(page, {
    readBoxes: () => [
      {
        ...{ box: 1, selector: "main", x: 10, y: 5, width: 40, height: 30 },
        ...{ contentHeight: 60, startsAtEnd: false, chosen: false },
      },
    ],
    scrollBox: ({ y: to }: { y: number }) => {
      y = Math.min(to, 30)
      const stop = {
        painted: true,
        waitingPictures: 0,
        lowerBar: null,
        moved: 0,
        ...{ late: 0, recycles: false, standing: [], moving: 0, gone: 0, isLoading: false },
        changes: [],
      }
      return { ...(stand?.(null as never) as object), ...stop, box: seen() }
    },
    whereIsBox: seen,
    noteBoxSeen: () => null,
  })
}

interface Asked {
  readonly method: string
  readonly input: never
}

const tabOf = (id: number): Tab => {
  const tab = scene.tabs.get(id)
  if (tab === undefined) throw new Error(`No tab with id: ${id}.`)
  return tab
}

/** A script that listens in a page says that it has drawn as soon as it is called. */
function portTo(tabId: number, name: string): Port {
  const heard: ((message: unknown) => void)[] = []
  const gone: (() => void)[] = []
  const port = {
    onMessage: { addListener: (listener: (message: unknown) => void) => heard.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => gone.push(listener) },
    disconnect: () => undefined,
    say: (message: unknown) => {
      for (const listener of heard) listener(message)
    },
    leave: () => {
      for (const listener of gone) listener()
    },
  }
  if (name !== "holdfast-procedure") return port
  scene.lines.set(tabId, port)
  queueMicrotask(() => {
    port.say({ kind: "drawn" })
  })
  return port
}

/** The user goes to another page in a tab; the browser says so. */
export function goTo(tab: Tab, url: string, different: Partial<Tab> = {}): void {
  scene.lines.get(tab.id)?.leave()
  Object.assign(tab, { url, page: pageOf(url, 130), ...different })
  for (const listener of scene.updated) listener(tab.id, { status: "complete" })
}

const silent = { addListener: () => undefined, removeListener: () => undefined }

/** As much of `browser` as src/platform uses in the background. */
export const fakeBrowser = {
  webRequest: {},
  i18n: { getUILanguage: () => "zh-CN" },
  runtime: {
    id: "holdfast",
    getURL: (path: string) => `chrome-extension://holdfast/${path}`,
    getPlatformInfo: () => Promise.resolve({ os: "linux", arch: "x86-64" }),
    onConnect: silent,
    onMessage: silent,
  },
  tabs: {
    get: async (id: number) => Promise.resolve().then(() => tabOf(id)),
    create: async ({ url, active }: { url: string; active: boolean }) => {
      scene.asked.push(`open ${active ? "in front" : "behind"}`)
      if (scene.opens === null) throw new Error("No current window")
      return Promise.resolve(openTab(900, 130, { url, active, ...scene.opens(url) }))
    },
    remove: async (id: number) => {
      scene.asked.push(`${id} close`)
      if (!scene.tabs.delete(id)) throw new Error(`No tab with id: ${id}.`)
      return Promise.resolve()
    },
    getZoom: () => Promise.resolve(scene.zoom),
    connect: (tabId: number, { name }: { name: string }) => portTo(tabId, name),
    onUpdated: {
      addListener: (listener: Updated) => scene.updated.add(listener),
      removeListener: (listener: Updated) => scene.updated.delete(listener),
    },
    onActivated: {
      addListener: (listener: (info: { windowId: number; tabId: number }) => void) =>
        scene.activated.add(listener),
      removeListener: (listener: (info: { windowId: number; tabId: number }) => void) =>
        scene.activated.delete(listener),
    },
    captureVisibleTab: (windowId: number, { rect, scale = 1 }: ShotOptions = {}) => {
      scene.asked.push(`${windowId / 10} picture`)
      if (scene.camera) return scene.camera(windowId)
      if (rect === undefined) return Promise.resolve(picture(WIDTH, HEIGHT))
      // As Firefox does: the browser's own zoom comes on top of what is asked for.
      const drawn = scale * scene.zoom
      return Promise.resolve(emptyPicture(Math.round(rect.width * drawn), Math.round(rect.height * drawn)))
    },
    sendMessage: async (id: number, { method, input }: Asked) => {
      scene.asked.push(`${id} ${method}`)
      const answer = tabOf(id).page[method]
      if (answer === undefined)
        throw new Error("Could not establish connection. Receiving end does not exist.")
      const value: unknown = await answer(input)
      return JSON.parse(JSON.stringify({ ok: true, value })) as unknown
    },
  },
  scripting: {
    executeScript: async ({ target }: { target: { tabId: number } }) => {
      scene.asked.push(`${target.tabId} inject`)
      if (Object.keys(tabOf(target.tabId).page).length === 0)
        throw new Error("Cannot access contents of the page.")
      return Promise.resolve([{ frameId: 0, result: null }])
    },
  },
}
