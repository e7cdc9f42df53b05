// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest"
import { type Arrivals } from "../../../src/capture/arrivals.ts"
import { type Pictures, picturesOf } from "../../../src/capture/pictures.ts"

const WINDOW = 800
const TOP = 2_000

/** No picture is named by anything here: see named-watch.test.ts. */
const noArrivals: Arrivals = {
  of: () => expect.unreachable("nothing is named"),
  at: () => null,
  watch: () => undefined,
  stop: () => undefined,
}

interface Shown {
  readonly picture: HTMLImageElement
  readonly pictures: Pictures
  /** Scrolls there, as far as the picture's place tells. */
  readonly scrollTo: (y: number) => void
}

/** A picture of 300 pixels, 2,000 down the page, in a window of 800. `complete` and without content, as one without an address is. */
function shownPicture(height = 300): Shown {
  const picture = document.createElement("img")
  let y = 0
  boxes.set(picture, () => new DOMRect(10, TOP - y, 300, height))
  picture.checkVisibility = () => true
  picture.style.cssText = "border-left-width: 0px; border-top-width: 0px"
  document.body.append(picture)
  come(picture, false, true)
  return {
    picture,
    pictures: picturesOf(() => [document], noArrivals),
    scrollTo: to => {
      y = to
    },
  }
}

function come(picture: HTMLImageElement, hasContent: boolean, complete = true): void {
  Object.defineProperty(picture, "complete", { configurable: true, value: complete })
  Object.defineProperty(picture, "naturalWidth", { configurable: true, value: hasContent ? 300 : 0 })
  Object.defineProperty(picture, "currentSrc", { configurable: true, value: hasContent ? "/a.png" : "" })
}

/** Where each stands in the window now: happy-dom lays nothing out. */
const boxes = new Map<Element, () => DOMRect>()
// As the code asks, past what a page could put in front.
const boxed = (element: Element): DOMRect => boxes.get(element)?.() ?? new DOMRect()
vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
  return boxed(this)
})
vi.spyOn(Element.prototype, "getClientRects").mockImplementation(function (this: Element) {
  return [boxed(this)] as unknown as DOMRectList
})

beforeEach(() => {
  document.body.replaceChildren()
  // happy-dom computes no initial values.
  document.documentElement.style.cssText = "overflow-x: visible; overflow-y: visible"
  Object.defineProperty(window, "innerHeight", { configurable: true, value: WINDOW })
  Object.defineProperty(window, "innerWidth", { configurable: true, value: 1280 })
  Object.defineProperty(Element.prototype, "clientWidth", { configurable: true, get: () => 1280 })
  Object.defineProperty(Element.prototype, "clientHeight", { configurable: true, get: () => 300 })
})

test("one that is there when its frame is taken is in it", () => {
  const { picture, pictures, scrollTo } = shownPicture()
  come(picture, true)
  scrollTo(1_600)
  expect(pictures.note()).toBe(0)
  expect([pictures.missed(), pictures.cameLate(picture)]).toEqual([[], false])
})

test.each([
  ["above the next frame", 2_400],
  ["in part in the next frame, whose upper part stands in the one before", 2_100],
])("one that comes after its frame, %s, came late, and once", (_name, next) => {
  const { picture, pictures, scrollTo } = shownPicture()
  scrollTo(1_600)
  expect(pictures.note()).toBe(0)
  come(picture, true)
  scrollTo(next)
  expect(pictures.note()).toBe(1)
  expect(pictures.note()).toBe(0)
  // The second pass has all of it.
  scrollTo(1_600)
  expect(pictures.note()).toBe(0)
  expect(pictures.missed()).toEqual([])
})

test("one that comes before its upper edge is photographed is in the frames from there on", () => {
  const { picture, pictures, scrollTo } = shownPicture()
  scrollTo(1_300)
  pictures.note()
  come(picture, true)
  scrollTo(1_990)
  expect(pictures.note()).toBe(0)
  expect(pictures.missed()).toEqual([])
})

test("one that is on its way when its frame is taken is missed, until a frame has it", () => {
  const { picture, pictures, scrollTo } = shownPicture()
  come(picture, false, false)
  scrollTo(1_600)
  pictures.note()
  expect(pictures.missed()).toEqual([picture])
  come(picture, true)
  pictures.note()
  expect(pictures.missed()).toEqual([])
})

test.each(["note", "noteWhole"] as const)("one that comes after the last frame came late (%s)", how => {
  const { picture, pictures, scrollTo } = shownPicture()
  scrollTo(1_600)
  pictures[how]()
  expect(pictures.cameLate(picture)).toBe(false)
  come(picture, true)
  expect(pictures.cameLate(picture)).toBe(true)
})

test("another element with the same picture has not come late: pages put one in the place of the other", () => {
  const { picture, pictures, scrollTo } = shownPicture()
  come(picture, true)
  scrollTo(1_600)
  pictures.note()
  const other = shownPicture().picture
  come(other, true)
  expect(pictures.cameLate(other)).toBe(false)
})

test("a frame of the whole page misses what is on its way anywhere on it", () => {
  const { picture, pictures } = shownPicture()
  come(picture, false, false)
  expect(pictures.pending("window")).toEqual([])
  pictures.noteWhole()
  expect(pictures.missed()).toEqual([picture])
  come(picture, true)
  pictures.noteWhole()
  expect(pictures.missed()).toEqual([])
})
