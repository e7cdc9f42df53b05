// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest"
import { describe as nameOf, trackChanges } from "../../../src/capture/changes.ts"

beforeEach(() => {
  document.body.replaceChildren()
  document.querySelectorAll("html > style").forEach(sheet => {
    sheet.remove()
  })
})

function element(style?: string): HTMLElement {
  const made = document.createElement("div")
  if (style !== undefined) made.setAttribute("style", style)
  document.body.append(made)
  return made
}

describe("taking changes back", () => {
  test.each([
    ["no style attribute", undefined],
    ["a style of its own", "color: red;"],
    ["a style as its author wrote it", "color:red;position:sticky"],
    ["the same property", "position: sticky;"],
    ["the same property, important", "position: sticky !important;"],
    ["several", "color: red; position: sticky; top: 0px;"],
    ["the value that we set", "position: relative !important;"],
  ])("of an element with %s leaves its attribute as it was", (_name, style) => {
    const changed = element(style)
    const changes = trackChanges()
    changes.setStyle(changed, "position", "relative")
    expect(changed.style.getPropertyPriority("position")).toBe("important")
    changes.setStyle(changed, "visibility", "hidden")
    expect(changes.undo()).toEqual([])
    expect(changed.getAttribute("style")).toBe(style ?? null)
  })

  test("goes backwards, so that of two changes of one property the first value comes back", () => {
    const changed = element("top: 1px;")
    const changes = trackChanges()
    for (const value of ["auto", "5px", "7px"]) changes.setStyle(changed, "top", value)
    expect(changes.undo()).toEqual([])
    expect(changed.getAttribute("style")).toBe("top: 1px;")
  })

  test("leaves alone what the page set itself meanwhile", () => {
    const changed = element("position: sticky;")
    const changes = trackChanges()
    changes.setStyle(changed, "position", "relative")
    changes.setStyle(changed, "visibility", "hidden")
    changed.style.setProperty("position", "absolute")
    changed.style.setProperty("color", "blue")
    expect(changes.undo()).toEqual([])
    expect(changed.style.getPropertyValue("position")).toBe("absolute")
    expect(changed.style.getPropertyValue("color")).toBe("blue")
    expect(changed.style.getPropertyValue("visibility")).toBe("")
  })

  test("leaves a style attribute that the page made meanwhile", () => {
    const changed = element()
    const changes = trackChanges()
    changes.setStyle(changed, "visibility", "hidden")
    changed.style.setProperty("color", "blue")
    expect(changes.undo()).toEqual([])
    expect(changed.getAttribute("style")).toBe("color: blue;")
  })

  test("works on an element that the page took out meanwhile", () => {
    const changed = element()
    const changes = trackChanges()
    changes.setStyle(changed, "visibility", "hidden")
    changed.remove()
    expect(changes.undo()).toEqual([])
    expect(changed.hasAttribute("style")).toBe(false)
  })

  test("removes our sheet, and no other", () => {
    const own = document.createElement("style")
    document.head.append(own)
    const changes = trackChanges()
    changes.addSheet("* { scroll-behavior: auto !important; }")
    expect(document.querySelectorAll("style")).toHaveLength(2)
    expect(changes.undo()).toEqual([])
    expect(Array.from(document.querySelectorAll("style"))).toEqual([own])
    own.remove()
  })

  test("says what could not be taken back", () => {
    const changed = element("position: sticky;")
    const changes = trackChanges()
    changes.setStyle(changed, "position", "relative")
    changed.style.setProperty = () => undefined
    expect(changes.undo()).toEqual([
      { selector: "html > body > div", property: "position", old: "sticky", now: "relative !important" },
    ])
  })

  test("is done once", () => {
    const changed = element()
    const changes = trackChanges()
    changes.setStyle(changed, "visibility", "hidden")
    changes.undo()
    changed.style.setProperty("visibility", "hidden", "important")
    expect(changes.undo()).toEqual([])
    expect(changed.style.getPropertyValue("visibility")).toBe("hidden")
  })
})

test("the log says each change once, with what stood there before", () => {
  const changed = element("position: sticky !important;")
  const changes = trackChanges()
  changes.addSheet("*{}")
  changes.setStyle(changed, "position", "relative")
  expect(changes.takeLog()).toEqual([
    { selector: ":root", property: "style sheet", old: "", now: "*{}" },
    {
      selector: "html > body > div",
      property: "position",
      old: "sticky !important",
      now: "relative !important",
    },
  ])
  expect(changes.takeLog()).toEqual([])
  changes.setStyle(changed, "visibility", "hidden")
  expect(changes.takeLog()).toMatchObject([{ property: "visibility", old: "" }])
})

test.each([
  ["by its id", '<main><div><p id="post" class="a"></p></div></main>', "p#post"],
  ["by two classes at most", '<p class="a b c"></p>', "html > body > p.a.b"],
  ["from the nearest id on", '<main id="m"><div class="x"><p></p></div></main>', "main#m > div.x > p"],
  [
    "in four steps at most",
    "<main><div><section><i><p></p></i></section></div></main>",
    "div > section > i > p",
  ],
])("an element is named %s", (_name, html, expected) => {
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes)
  const found = document.querySelector("p")
  expect(nameOf(found!)).toBe(expected)
})

test("a name of any length is cut", () => {
  const long = element()
  long.id = "x".repeat(5000)
  expect(nameOf(long)).toHaveLength(300)
})
