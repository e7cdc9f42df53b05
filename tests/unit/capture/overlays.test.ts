// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { trackChanges } from "../../../src/capture/changes.ts"
import { type Overlays, watchOverlays } from "../../../src/capture/overlays.ts"
import { sheetsOf } from "../../../src/capture/sheets.ts"

/** Where elements stand in the window, by id: happy-dom lays nothing out. */
const tops = new Map<string, number>()
const sizes = new Map<string, readonly [width: number, height: number]>()

beforeEach(() => {
  tops.clear()
  sizes.clear()
  Object.defineProperty(window, "scrollY", { value: 0, writable: true, configurable: true })
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const [width, height] = sizes.get(this.id) ?? [100, 50]
    return new DOMRect(0, tops.get(this.id) ?? 0, width, height)
  })
  Document.prototype.elementFromPoint = () => null
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.innerHTML = ""
})

const first = { hideFixed: false, keep: null, isLast: true }
const next = { hideFixed: true, keep: null, isLast: false }
const last = { hideFixed: true, keep: null, isLast: true }
const opacityOf = (id: string) => document.querySelector<HTMLElement>(`#${id}`)?.style.opacity

function started(html: string): Overlays {
  document.body.innerHTML = html
  const overlays = watchOverlays(trackChanges())
  overlays.settle(first)
  return overlays
}

/** Scrolls, and moves what is said to go along. */
function scroll(overlays: Overlays, y: number, along: readonly string[]): void {
  overlays.remember()
  for (const id of along) tops.set(id, (tops.get(id) ?? 0) - (y - scrollY))
  Object.assign(window, { scrollY: y })
}

describe("what is fixed", () => {
  test("stands in the first frame, and in no other", () => {
    const overlays = started(`<div id="bar" style="position: fixed"></div>`)
    expect(opacityOf("bar")).toBe("")
    scroll(overlays, 700, [])
    overlays.settle(next)
    expect(opacityOf("bar")).toBe("0")
    expect(overlays.standing()).toEqual([])
  })

  test("and scrolls with the page all the same, is content, and stays", () => {
    const overlays = started(`<div id="bar" style="position: fixed"></div>`)
    scroll(overlays, 700, ["bar"])
    overlays.settle(next)
    overlays.settle(last)
    expect(opacityOf("bar")).toBe("")
    expect(overlays.isContent()).toBe(true)
  })

  test("and moves a little by itself, is no content", () => {
    const overlays = started(`<div id="bar" style="position: fixed"></div>`)
    scroll(overlays, 700, [])
    tops.set("bar", -60)
    overlays.settle(next)
    expect(opacityOf("bar")).toBe("0")
    expect(overlays.isContent()).toBe(false)
  })

  test("and fills the window, is judged when its script has had its time", () => {
    sizes.set("all", [innerWidth, innerHeight])
    const moved = started(`<div id="all" style="position: fixed"></div>`)
    scroll(moved, 700, [])
    moved.settle(next)
    expect(opacityOf("all")).toBe("")
    expect(moved.isUndecided()).toBe(true)
    tops.set("all", -700)
    moved.settle(last)
    expect(opacityOf("all")).toBe("")
    expect(moved.isContent()).toBe(true)

    tops.set("all", 0)
    Object.assign(window, { scrollY: 0 })
    const still = started(`<div id="all" style="position: fixed"></div>`)
    scroll(still, 700, [])
    still.settle(next)
    still.settle(last)
    expect(opacityOf("all")).toBe("0")
  })
})

describe("what the page writes into a style that we set", () => {
  test("is set again at the next stop", () => {
    const overlays = started(`<div id="bar" style="position: fixed"></div>`)
    scroll(overlays, 700, [])
    overlays.settle(next)
    document.querySelector<HTMLElement>("#bar")?.style.setProperty("opacity", "1")
    overlays.settle(last)
    expect(opacityOf("bar")).toBe("0")
  })

  test("is told, where it stands", () => {
    const overlays = started(`<div id="bar" style="position: fixed"></div>`)
    scroll(overlays, 700, [])
    overlays.settle(last)
    document.querySelector<HTMLElement>("#bar")?.removeAttribute("style")
    expect(overlays.standing().map(({ id }) => id)).toEqual(["bar"])
    tops.set("bar", -500)
    expect(overlays.standing()).toEqual([])
  })
})

test("a rule that comes later, and a sheet that is switched off, are seen without any mutation", () => {
  const element = document.createElement("style")
  element.textContent = "p { color: red }"
  document.head.append(element)
  const before = sheetsOf(document)
  element.sheet?.insertRule("#late { position: fixed }", 1)
  const after = sheetsOf(document)
  expect(after).not.toBe(before)
  if (element.sheet) element.sheet.disabled = true
  expect(sheetsOf(document)).not.toBe(after)
  element.remove()
})
