// @vitest-environment happy-dom
/** Which pictures an element shows that are no `<img>`, and what is told of them when a capture is over. */
import { beforeEach, describe, expect, test, vi } from "vitest"
import { type Arrival, type Arrivals } from "../../../src/capture/arrivals.ts"
import { namedPicturesOf } from "../../../src/capture/named-pictures.ts"
import { watchNamed } from "../../../src/capture/named-watch.ts"
import { picturesOf } from "../../../src/capture/pictures.ts"

type Styles = Readonly<Record<string, string>>

/** Of an element itself under the empty name, and of what stands before and after it. */
const styles = new Map<Element, Readonly<Partial<Record<"" | "::before" | "::after", Styles>>>>()
const plain: Styles = {
  content: "normal",
  display: "block",
  "overflow-x": "visible",
  "overflow-y": "visible",
}
vi.spyOn(globalThis, "getComputedStyle").mockImplementation((element, pseudo) => {
  const own = styles.get(element)?.[(pseudo ?? "") as "" | "::before" | "::after"] ?? {}
  const all: Styles = { ...plain, ...(pseudo ? { content: "none" } : {}), ...own }
  return {
    ...all,
    overflowX: "visible",
    overflowY: "visible",
    getPropertyValue: (name: string) => all[name] ?? "none",
  } as unknown as CSSStyleDeclaration
})

const boxes = new Map<Element, DOMRect>()
const boxed = (element: Element): DOMRect => boxes.get(element) ?? new DOMRect()
vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
  return boxed(this)
})
vi.spyOn(Element.prototype, "getClientRects").mockImplementation(function (this: Element) {
  return [boxed(this)] as unknown as DOMRectList
})

beforeEach(() => {
  document.body.replaceChildren()
  styles.clear()
  boxes.clear()
  Object.defineProperty(window, "innerHeight", { configurable: true, value: 800 })
  Object.defineProperty(window, "innerWidth", { configurable: true, value: 1280 })
  Object.defineProperty(Element.prototype, "clientWidth", { configurable: true, get: () => 1280 })
})

function put(own: Styles = {}, top = 0, more: Partial<Record<"::before" | "::after", Styles>> = {}): Element {
  const element = document.createElement("div")
  element.checkVisibility = () => true
  styles.set(element, { "": own, ...more })
  boxes.set(element, new DOMRect(0, top, 300, 200))
  document.body.append(element)
  return element
}

const at = (name: string) => `https://example.com/${name}.png`
const url = (name: string) => `url("${at(name)}")`
const found = (element: Element) =>
  namedPicturesOf(element).map(({ property, pseudo, urls }) => [`${pseudo ?? ""}${property ?? ""}`, ...urls])

describe("what an element names", () => {
  test.each<[string, Styles, readonly (readonly string[])[]]>([
    ["nothing", {}, []],
    ["a background", { "background-image": url("a") }, [["background-image", at("a")]]],
    [
      "several, over one another",
      { "background-image": `${url("a")}, linear-gradient(rgb(0, 0, 0), rgb(1, 1, 1)), ${url("b,c")}` },
      [
        ["background-image", at("a")],
        ["background-image", at("b,c")],
      ],
    ],
    [
      "one of a set",
      { "background-image": `image-set(${url("a")} 1dppx, ${url("b")} 2dppx)` },
      [["background-image", at("a"), at("b")]],
    ],
    [
      "an address with a quote and a bracket in it",
      { "border-image-source": `url("https://example.com/\\"a).png")` },
      [["border-image-source", `https://example.com/"a).png`]],
    ],
    ["what stands in the page's own code", { "background-image": 'url("data:image/png;base64,AA")' }, []],
    ["a part of the same drawing", { "mask-image": 'url("#part")' }, []],
    ["a list mark that was handed down", { "list-style-image": url("a") }, []],
    ["a list mark", { display: "list-item", "list-style-image": url("a") }, [["list-style-image", at("a")]]],
  ])("%s", (_name, own, expected) => {
    expect(found(put(own))).toEqual(expected)
  })

  test("what stands before and after it, where something does", () => {
    const element = put({}, 0, {
      "::before": { content: '""', "background-image": url("a") },
      "::after": { "background-image": url("unseen") },
    })
    expect(found(element)).toEqual([["::beforebackground-image", at("a")]])
  })

  test("a video its poster, until it plays", () => {
    const video = document.createElement("video")
    Object.defineProperty(video, "poster", { value: at("a") })
    Object.defineProperty(video, "currentTime", { configurable: true, value: 0 })
    Object.defineProperty(video, "paused", { value: true })
    expect(found(video)).toEqual([["", at("a")]])
    Object.defineProperty(video, "currentTime", { value: 3 })
    expect(found(video)).toEqual([])
  })
})

/** What the browser has of each address, and when it came. */
interface Known {
  arrival: Arrival
  at?: number
}
const arrivalsOf = (known: Readonly<Record<string, Known>>): Arrivals => ({
  of: ({ urls: [first = ""] }) => known[first]?.arrival ?? "pending",
  at: ({ urls: [first = ""] }) => known[first]?.at ?? null,
  watch: () => undefined,
  stop: () => undefined,
})

describe("what is told of them", () => {
  test("one that is on its way is waited for, and is missed until a frame has it", () => {
    const element = put({ "background-image": url("a") })
    const a: Known = { arrival: "pending" }
    const pictures = picturesOf(() => [document], arrivalsOf({ [at("a")]: a }))
    pictures.look("window")
    expect(pictures.awaited("window")).toHaveLength(1)
    pictures.note()
    expect(pictures.missed()).toEqual([element])
    a.arrival = "come"
    pictures.note()
    expect([pictures.awaited("window"), pictures.missed()]).toEqual([[], []])
  })

  test("one that failed is not waited for, and is missed", () => {
    const element = put({ "background-image": url("a") })
    const pictures = picturesOf(() => [document], arrivalsOf({ [at("a")]: { arrival: "failed" } }))
    pictures.look("window")
    pictures.note()
    expect([pictures.awaited("window"), pictures.missed()]).toEqual([[], [element]])
  })

  test("one that nobody sees is not missed", () => {
    const element = put({ "background-image": url("a") })
    element.checkVisibility = () => false
    const pictures = picturesOf(() => [document], arrivalsOf({ [at("a")]: { arrival: "failed" } }))
    pictures.look("window")
    expect(pictures.missed()).toEqual([])
  })

  test("what is beyond the window is not looked at, until the whole page is", () => {
    put({ "background-image": url("a") }, 2_000)
    const watch = watchNamed(() => [document], arrivalsOf({}))
    watch.look(false)
    expect(watch.all()).toEqual([])
    watch.look(true)
    expect(watch.all()).toHaveLength(1)
  })

  test("what is found again is the same; what names another picture now is another", () => {
    const element = put({ "background-image": url("a") })
    const watch = watchNamed(() => [document], arrivalsOf({}))
    watch.look(false)
    const [first] = watch.all()
    watch.look(false)
    expect(watch.all()[0]).toBe(first)
    styles.set(element, { "": { "background-image": url("b") } })
    watch.look(false)
    expect(watch.all().map(({ urls }) => urls)).toEqual([[at("b")]])
    element.remove()
    watch.look(false)
    expect(watch.all()).toEqual([])
  })

  test.each([
    ["came after the last frame", Infinity, 1],
    ["came before it", 0, 0],
  ])("one that no stop has seen, and that %s", (_name, cameAt, lost) => {
    const watch = watchNamed(() => [document], arrivalsOf({ [at("a")]: { arrival: "come", at: cameAt } }))
    watch.note()
    put({ "background-image": url("a") }, 2_000)
    expect(watch.lost(new Set())).toHaveLength(lost)
  })
})
