/** Documents in Firefox: a tab by BiDi's own commands, the popup through the chrome scope. */
import { writeFileSync } from "node:fs"
import { asFields, asList, asNumber, asString } from "../../src/core/parse.ts"
import { type Bidi } from "./bidi.ts"
import { type Page, type Popup, type Surface } from "./driver.ts"
import {
  clickInside,
  documentPicture,
  hidePopup,
  inDocument,
  popupBrowser,
  pressInWindow,
  sidebarBrowser,
} from "./firefox-chrome-scope.ts"
import { expressionOf, surfaceOf, until } from "./surface.ts"

/** The private characters by which WebDriver names keys. */
const keyCodes: Readonly<Record<string, string>> = {
  Alt: "\uE00A",
  ArrowDown: "\uE015",
  ArrowLeft: "\uE012",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  Backspace: "\uE003",
  Control: "\uE009",
  Delete: "\uE017",
  End: "\uE010",
  Enter: "\uE007",
  Escape: "\uE00C",
  Home: "\uE011",
  Meta: "\uE03D",
  PageDown: "\uE00F",
  PageUp: "\uE00E",
  Shift: "\uE008",
  Space: " ",
  Tab: "\uE004",
}

/** `window` is the browser window's own context. */
export function pageOf(bidi: Bidi, context: string, window: string): Page {
  const act = (actions: readonly object[]) => bidi.send("input.performActions", { context, actions })
  const keyboard = (actions: readonly object[]) => act([{ type: "key", id: "keyboard", actions }])
  const hasFocus = async () => (await bidi.run(context, "document.hasFocus()")) === true
  const focus = async () => {
    // A button that is pressed in a window without the system's focus hears of the key and does nothing.
    if (await hasFocus()) return
    await bidi.send("browsingContext.activate", { context })
    await bidi.run(window, "(window.focus(), gBrowser.selectedBrowser.focus())")
  }
  /** At its last stop the focus goes on through the browser's own, and comes in again at the first. */
  const tab = async () => {
    await focus()
    await bidi.run(window, pressInWindow(["Tab"]))
    await until("the focus to come back into the page", async () => {
      if (await hasFocus()) return true
      await bidi.run(window, pressInWindow(["Tab"]))
      return false
    })
  }
  const clickOnce = async (selector: string) => {
    const origin = { type: "element", element: { sharedId: await nodeOf(bidi, context, selector) } }
    await act([
      {
        type: "pointer",
        id: "mouse",
        actions: [
          { type: "pointerMove", x: 0, y: 0, origin },
          { type: "pointerDown", button: 0 },
          { type: "pointerUp", button: 0 },
        ],
      },
    ])
  }
  const surface = surfaceOf({
    run: expression => bidi.run(context, expression),
    async clickOn(selector) {
      for (let tries = 1; ; tries++) {
        try {
          await clickOnce(selector)
          return
        } catch (thrown) {
          // What came above it meanwhile has pushed it out of sight: nothing was pressed, and it is scrolled to again.
          if (tries === CLICKS || !String(thrown).includes("out of bounds")) throw thrown
          await bidi.run(context, expressionOf(bringToMiddle, [selector]))
        }
      }
    },
    async press(keys) {
      if (keys === "Tab") return tab()
      await focus()
      const values = keys.split("+").map(keyCode)
      const down = values.map(value => ({ type: "keyDown", value }))
      await keyboard([...down, ...values.toReversed().map(value => ({ type: "keyUp", value }))])
    },
    async type(text) {
      await focus()
      await keyboard(
        Array.from(text).flatMap(value => [
          { type: "keyDown", value },
          { type: "keyUp", value },
        ]),
      )
    },
    async screenshot(path) {
      const { data } = await bidi.send("browsingContext.captureScreenshot", { context })
      writeFileSync(path, Buffer.from(asString(data, "screenshot"), "base64"))
    },
  })
  return {
    ...surface,
    async goto(url) {
      await bidi.send("browsingContext.navigate", { context, url, wait: "complete" })
    },
    async bringToFront() {
      await bidi.send("browsingContext.activate", { context })
    },
    async drag([fromX, fromY], [toX, toY]) {
      const move = (x: number, y: number, duration: number) => ({
        ...{ type: "pointerMove", x: Math.round(x), y: Math.round(y), duration, origin: "viewport" },
      })
      await act([
        {
          type: "pointer",
          id: "mouse",
          actions: [
            move(fromX, fromY, 0),
            { type: "pointerDown", button: 0 },
            move(toX, toY, 50),
            { type: "pointerUp", button: 0 },
          ],
        },
      ])
    },
    async choose(selector, path) {
      const element = { sharedId: await nodeOf(bidi, context, selector) }
      await bidi.send("input.setFiles", { context, element, files: [path] })
    },
    async close() {
      await bidi.send("browsingContext.close", { context })
    },
  }
}

/** Waits for the popup with that address to be open and loaded. `window` is the browser window's own context. */
export async function popupOf(bidi: Bidi, window: string, url: string): Promise<Popup> {
  const browser = popupBrowser(url)
  const { surface, isOpen, chrome } = await documentOf(bidi, window, browser)
  return {
    ...surface,
    isOpen,
    async close() {
      await chrome(hidePopup(url))
      await until("the popup to be gone", async () => !(await isOpen()))
    },
  }
}

/** Waits for the sidebar with that address to be open and loaded. */
export const panelOf = async (bidi: Bidi, window: string, url: string): Promise<Surface> =>
  (await documentOf(bidi, window, sidebarBrowser(url))).surface

interface DocumentOfWindow {
  readonly surface: Surface
  readonly isOpen: () => Promise<boolean>
  readonly chrome: (expression: string) => Promise<unknown>
}

/** A document of ours in the window itself, by an expression for its `<browser>`. */
async function documentOf(bidi: Bidi, window: string, browser: string): Promise<DocumentOfWindow> {
  const chrome = (expression: string) => bidi.run(window, expression)
  const run = (expression: string) => chrome(inDocument(browser, expression))
  const isOpen = async () => (await chrome(`${browser} !== undefined`)) === true
  const press = async (keys: readonly string[]) => {
    // Opened by code, it has not got the window's focus, whatever its own document thinks.
    await chrome(`${browser}?.focus()`)
    await chrome(pressInWindow(keys))
  }
  await until("the document to open", isOpen, 10_000)

  /**
   * False where the element heard of no click: a busy Firefox aims by a panel that has moved since, and drops it, and
   * what came in above the element meanwhile has moved it on.
   */
  const clickOnce = async (selector: string): Promise<boolean> => {
    const outcome: { heard?: boolean } = {}
    // One that closes the popup is not answered any more.
    run(expressionOf(hearClick, [selector, CLICK_LIMIT_MS])).then(
      heard => {
        outcome.heard = heard === true
      },
      () => {
        outcome.heard = false
      },
    )
    // Scripts run in the order in which they are sent: the one before listens now.
    const [x, y] = asList(await run(expressionOf(middleOf, [selector])), "place", each =>
      asNumber(each, "place"),
    )
    await chrome(clickInside(browser, x ?? 0, y ?? 0))
    await until("the click to arrive", async () => outcome.heard !== undefined || !(await isOpen()))
    return outcome.heard !== false || !(await isOpen())
  }
  const surface = surfaceOf({
    run,
    async clickOn(selector) {
      for (let tries = 1; tries <= CLICKS; tries++) if (await clickOnce(selector)) return
      throw new Error(`no click on ${selector} arrived in the popup`)
    },
    press: keys => press(keys.split("+")),
    async type(text) {
      for (const key of text) await press([key])
    },
    async screenshot(path) {
      const picture = asString(await chrome(documentPicture(browser)), "picture")
      writeFileSync(path, Buffer.from(picture.slice(picture.indexOf(",") + 1), "base64"))
    },
  })
  await surface.waitFor(() => document.readyState === "complete")
  return { surface, isOpen, chrome }
}

/** Runs in the document. */
function bringToMiddle(selector: string): void {
  document.querySelector(selector)?.scrollIntoView({ block: "center", inline: "center", behavior: "instant" })
}

const CLICKS = 3
const CLICK_LIMIT_MS = 3_000

/** Runs in the popup: true once any click is heard, false when none is for so long. */
function hearClick(selector: string, limitMs: number): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => {
      resolve(false)
    }, limitMs)
    const heard = ({ target }: Event) => {
      clearTimeout(timer)
      resolve(target instanceof Element && target.closest(selector) !== null)
    }
    addEventListener("click", heard, { capture: true, once: true })
  })
}

/** Runs in the popup. */
function middleOf(selector: string): [number, number] {
  const box = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
  return [box.x + box.width / 2, box.y + box.height / 2]
}

async function nodeOf(bidi: Bidi, context: string, selector: string): Promise<string> {
  const locator = { type: "css", value: selector }
  const { nodes } = await bidi.send("browsingContext.locateNodes", { context, locator, maxNodeCount: 1 })
  const [node] = asList(nodes, "nodes", each => asString(asFields(each, "node").sharedId, "node"))
  if (node === undefined) throw new Error(`no ${selector} in the page`)
  return node
}

function keyCode(key: string): string {
  const code = keyCodes[key] ?? (key.length === 1 ? key : undefined)
  if (code === undefined) throw new Error(`unknown key: ${key}`)
  return code
}
