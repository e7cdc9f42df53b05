/**
 * Firefox's own window, as code: the toolbar click, the popup and the event
 * page are out of WebDriver's reach, but not out of the chrome scope's
 * (`--remote-allow-system-access`). These are expressions for that scope.
 *
 * Popup and background live in the extension process, so code gets into them as
 * a frame script: a sandbox with the document's own principal, which no CSP
 * touches, and whose JSON comes back by message.
 */
import { type Scheme } from "./driver.ts"

const q = (value: unknown): string => JSON.stringify(value)

const extensionOf = (id: string): string => `WebExtensionPolicy.getByID(${q(id)}).extension`

/** What the toolbar icon does when clicked, for the tab in front. */
export const triggerAction = (id: string): string => `(() => {
  const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs")
  ExtensionParent.apiManager.global.browserActionFor(${extensionOf(id)}).triggerAction(window)
})()`

/** What the user allows in the list of extensions; before the extension is installed. */
export const allowInPrivate = (id: string): string => `(async () => {
  const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs")
  await ExtensionPermissions.add(${q(id)}, { permissions: ["internal:privateBrowsingAllowed"], origins: [] })
})()`

/** The `<browser>` that shows the popup, or undefined. */
export const popupBrowser = (url: string): string => `[...document.querySelectorAll("panel browser")]
  .find(each => each.currentURI.specIgnoringRef.split("?")[0] === ${q(url)} && each.closest("panel").state === "open")`

/** The `<browser>` that shows the sidebar, or undefined. */
export const sidebarBrowser = (url: string): string =>
  `[document.getElementById("sidebar")?.contentDocument?.getElementById("webext-panels-browser")]
  .find(each => each?.currentURI?.specIgnoringRef.split("?")[0] === ${q(url)})`

/** The `<browser>` of the event page, woken where it sleeps. */
export const backgroundBrowser = (id: string): string => `(await (async () => {
  const extension = ${extensionOf(id)}
  await extension.wakeupBackground()
  for (const view of extension.views) if (view.viewType === "background") return view.xulBrowser
})())`

export const isBackgroundRunning = (id: string): string => `${extensionOf(id)}.backgroundState === "running"`

/** Ends the event page in the middle of whatever it does; gives the state that it is in afterwards. */
export const stopBackground = (id: string): string => `(async () => {
  const extension = ${extensionOf(id)}
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
  return extension.backgroundState
})()`

/** Runs `expression` in the document of `browser`, itself an expression, and gives its JSON value. */
export function inDocument(browser: string, expression: string): string {
  const key = `holdfast-drive:${String(performance.now())}:${String(Math.random())}`
  const inner = `(async () => JSON.stringify(await (${expression}\n)))()`
  const script = `(async () => {
    try {
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false })
      sendAsyncMessage(${q(key)}, { json: await Cu.evalInSandbox(${q(inner)}, sandbox) })
    } catch (error) {
      sendAsyncMessage(${q(key)}, { error: String(error) })
    }
  })()`
  return `(async () => {
    const found = ${browser}
    if (!found) throw new Error("no such document")
    const answer = new Promise(resolve => {
      found.messageManager.addMessageListener(${q(key)}, function listen(message) {
        found.messageManager.removeMessageListener(${q(key)}, listen)
        resolve(message.data)
      })
    })
    found.messageManager.loadFrameScript("data:application/javascript;charset=utf-8," + encodeURIComponent(${q(script)}), false)
    const { json, error } = await answer
    if (error !== undefined) throw new Error(error)
    return json === undefined ? undefined : JSON.parse(json)
  })()`
}

/** A real click at a place inside the `<browser>`, in CSS pixels: trusted, and a user gesture to the document. */
export const clickInside = (browser: string, x: number, y: number): string => `(() => {
  let left = 0
  let top = 0
  // The sidebar's \`<browser>\` is in a document of its own in the window, and counts from that document's corner.
  for (let each = ${browser}; each; each = each.ownerDocument.defaultView.frameElement) {
    const corner = each.getBoundingClientRect()
    left += corner.left
    top += corner.top
  }
  for (const type of ["mousemove", "mousedown", "mouseup"]) {
    const buttons = type === "mousedown" ? 1 : 0
    window.synthesizeMouseEvent(type, left + ${x}, top + ${y}, { button: 0, clickCount: 1, buttons }, {})
  }
})()`

/** Presses keys together, as the keyboard would, in whatever has the focus. `keys` are DOM key names. */
export const pressInWindow = (keys: readonly string[]): string => `(() => {
  const processor = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor)
  if (!processor.beginInputTransactionForTests(window)) throw new Error("the keyboard is taken")
  const events = ${q(keys)}.map(key => new KeyboardEvent("", { key, code: processor.guessCodeValueOfPrintableKeyInUSEnglishKeyboardLayout?.(key) ?? key }))
  for (const event of events) processor.keydown(event)
  for (const event of events.reverse()) processor.keyup(event)
})()`

/** Closes the popup's panel, as losing the focus does. */
export const hidePopup = (url: string): string => `${popupBrowser(url)}?.closest("panel").hidePopup()`

/** Presses a button of the question that is open; false while there is none, or while it takes no answer yet. */
export const answerNotification = (answer: "allow" | "refuse"): string => `(() => {
  const panel = document.getElementById("notification-popup")
  const question = panel?.state === "open" ? panel.querySelector("popupnotification") : null
  const button = ${answer === "allow" ? "question?.button" : "question?.secondaryButton"}
  if (!button || button.disabled) return false
  button.click()
  return panel.state !== "open"
})()`

/** A picture of the document of `browser` as a data: URL of a PNG, in device pixels. */
export const documentPicture = (browser: string): string => `(async () => {
  const scale = window.devicePixelRatio
  const picture = await ${browser}.browsingContext.currentWindowGlobal.drawSnapshot(null, scale, "white")
  const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas")
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext("2d").drawImage(picture, 0, 0)
  return canvas.toDataURL("image/png")
})()`

/** The colour scheme of the system, as Firefox is told; the popup knows no other. Gives the one before. */
export const showScheme = (scheme: Scheme): string => `(() => {
  const name = "ui.systemUsesDarkTheme"
  const before = Services.prefs.getIntPref(name, 0)
  Services.prefs.setIntPref(name, ${scheme === "dark" ? 1 : 0})
  return before === 1 ? "dark" : "light"
})()`

export const growWindow = (width: number, height: number): string =>
  `void window.resizeBy(${width}, ${height})`
