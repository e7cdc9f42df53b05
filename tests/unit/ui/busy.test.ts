// @vitest-environment happy-dom
/** What is busy keeps the focus and answers no press; what is gone hands the focus on; what cannot be undone is asked twice. */
import { readdirSync, readFileSync } from "node:fs"
import { beforeEach, expect, test } from "vitest"
import { type Recipient } from "../../../src/core/encryption/recipient.ts"
import { NOBODY } from "../../../src/core/papers/person.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { busyIf, ignoreBusyPresses } from "../../../src/ui/parts/busy.ts"
import { el, patch } from "../../../src/ui/parts/dom.ts"
import { keepingFocus } from "../../../src/ui/parts/focus.ts"
import { renderPerson } from "../../../src/ui/settings/person.ts"
import { renderRecipients } from "../../../src/ui/settings/recipients.ts"

const zh = wordsFor("zh-CN")
const pressed: string[] = []
ignoreBusyPresses(document)
document.addEventListener("click", ({ target }) => {
  if (target instanceof Element) pressed.push(target.id)
})
document.addEventListener("submit", event => {
  event.preventDefault()
  pressed.push("submitted")
})
const view = () => document.querySelector("main") ?? expect.unreachable("drawn before each test")
const at = () => document.activeElement?.id ?? ""
const press = (id: string) => {
  const button = document.getElementById(id)
  button?.focus()
  button?.click()
}

beforeEach(() => {
  pressed.length = 0
  document.body.replaceChildren(el("main", {}))
})

const form = (isBusy: boolean) =>
  el("main", {}, el("form", {}, el("button", { id: "keep", type: "submit", ...busyIf(isBusy) }, "keep")))

test("a busy button keeps the focus, and its presses reach nobody", () => {
  patch(view(), form(false))
  press("keep")
  expect(pressed).toEqual(["keep", "submitted"])
  patch(view(), form(true))
  expect(at()).toBe("keep")
  press("keep")
  expect(pressed).toEqual(["keep", "submitted"])
  patch(view(), form(false))
  expect(at()).toBe("keep")
})

test("no button of a page is switched off for as long as its own work lasts", () => {
  const found = readdirSync("src/ui", { recursive: true, encoding: "utf8" })
    .filter(name => name.endsWith(".ts"))
    .flatMap(name =>
      [
        ...readFileSync(`src/ui/${name}`, "utf8").matchAll(
          /disabled: .*\b(?:pending|isBusy|isKeeping|looking)\b/g,
        ),
      ]
        // Fields that hold what is being kept are the form's, and nobody pressed them.
        .filter(([said]) => !said.includes("isKeeping"))
        .map(([said]) => `${name}: ${said}`),
    )
  expect(found).toEqual([])
})

test("where what was pressed is gone, the heading of its section has the focus, or what stands in its place", () => {
  const list = (names: readonly string[]) =>
    el(
      "main",
      {},
      el(
        "section",
        { id: "list" },
        el("h3", { id: "title", tabindex: "-1" }, "list"),
        el(
          "ul",
          {},
          ...names.map(name => el("li", { id: name }, el("button", { id: `drop-${name}` }, name))),
        ),
      ),
    )
  patch(view(), list(["a", "b"]))
  press("drop-a")
  keepingFocus(document, () => {
    patch(view(), list(["b"]))
  })
  expect(at()).toBe("title")

  patch(
    view(),
    el("main", {}, el("h2", { id: "given", tabindex: "-1" }, "given"), el("button", { id: "go" }, "go")),
  )
  press("go")
  keepingFocus(
    document,
    () => {
      patch(view(), el("main", {}, el("h2", { id: "given", tabindex: "-1" }, "given")))
    },
    "#given",
  )
  expect(at()).toBe("given")
})

const recipient = (id: string): Recipient => ({
  ...{ id, label: `律师 ${id}`, key: "age1x", addedAt: "2026-11-22T15:22:00.000Z" },
})

test("who a key is of, and who speaks in papers, is not taken away by one press", () => {
  const shown = renderRecipients(zh, [recipient("a"), recipient("b")])
  for (const section of [shown, renderPerson(zh, { ...NOBODY, name: "张三" })]) {
    for (const button of section.querySelectorAll("[data-act=remove-recipient], [data-act=forget-person]")) {
      expect(button.closest("details.confirm:not([open])")).not.toBeNull()
      expect(button.parentElement?.querySelector("p")?.textContent).toMatch(/重新填/)
    }
  }
  expect(shown.querySelectorAll("details.confirm")).toHaveLength(2)
})

test("the line that was opened for one key is not open for the next", () => {
  patch(view(), el("main", {}, renderRecipients(zh, [recipient("a"), recipient("b")])))
  document.querySelector("#remove-a")?.setAttribute("open", "")
  patch(view(), el("main", {}, renderRecipients(zh, [recipient("b")])))
  expect(document.querySelector("#remove-b")?.hasAttribute("open")).toBe(false)
})
