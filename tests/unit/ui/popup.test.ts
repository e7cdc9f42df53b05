// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from "vitest"
import { type Encryption } from "../../../src/core/encryption/encryption.ts"
import { type ErrorCode, EvidenceError } from "../../../src/core/errors.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { el, patch } from "../../../src/ui/parts/dom.ts"
import { type Doings, perform, sealWatch } from "../../../src/ui/popup/acting.ts"
import { acts } from "../../../src/ui/popup/act.ts"
import { type Model, placeOf, screenOf } from "../../../src/ui/popup/model.ts"
import { memoryIn } from "../../../src/ui/popup/remembered.ts"
import { drawPopup } from "../../../src/ui/popup/show.ts"
import { makeStore } from "../../../src/ui/popup/store.ts"
import { captureRow, exportRow, model, runningRow } from "./rows.ts"

const words = wordsFor("en", "UTC")
const nothing = () => undefined

beforeEach(() => {
  document.body.replaceChildren(el("main", { id: "view" }), el("p", { id: "status" }))
  for (const name of ["view", "scene"]) document.body.removeAttribute(`data-${name}`)
})

describe("the clock of an item's computer", () => {
  const shown = (localMinusServerMs: number | null): string | null => {
    const httpDate = localMinusServerMs === null ? null : { url: "https://x/", date: "", localMinusServerMs }
    const item = captureRow(1, { httpDate })
    drawPopup(document, words, model({ place: { at: "item", captureId: item.id }, item, recent: [item] }))
    return document.querySelector("#clock li")?.textContent ?? null
  }

  test.each([
    ["no server's time is known", null, null],
    ["it agrees", 900, null],
    [
      "it is ahead",
      180_000,
      "3 min ahead of the web server's clock. Which of the two is right is not known.",
    ],
  ])("%s", (_name, lead, said) => {
    expect(shown(lead)).toBe(said)
  })
})

describe("redrawing", () => {
  const button = el("button", { id: "kept" }, "kept")
  const shown = el("section", {}, el("p", {}, "one"), button, el("p", {}, "two"))

  test("what appears above, and goes again, leaves the button that has the focus where it is", () => {
    document.body.append(shown)
    button.focus()
    const news = el("ul", { id: "news" }, el("li", {}, "new"))
    patch(
      shown,
      el("section", {}, el("p", {}, "one"), news, el("button", { id: "kept" }, "still"), el("p", {}, "two")),
    )
    expect([...shown.children].map(each => each.textContent)).toEqual(["one", "new", "still", "two"])
    expect([document.querySelector("#kept"), document.activeElement]).toEqual([button, button])
    patch(shown, el("section", {}, el("p", {}, "one"), el("button", { id: "kept" }, "kept")))
    expect([...shown.children].map(each => each.textContent)).toEqual(["one", "kept"])
    expect([document.querySelector("#kept"), document.activeElement]).toEqual([button, button])
  })

  test.each([
    [
      ["a", "b", "c"],
      ["c", "a", "b"],
    ],
    [
      ["a", "b"],
      ["b", "a"],
    ],
    [
      ["a", "b", "c", "d"],
      ["d", "x", "b"],
    ],
    [[], ["a"]],
    [["a"], []],
  ])("%j becomes %j, in that order", (before, after) => {
    const list = (ids: readonly string[]) => el("div", {}, ...ids.map(id => el("b", { id }, id)))
    const view = list(before)
    patch(view, list(after))
    expect([...view.children].map(({ id }) => id)).toEqual(after)
  })
})

describe("drawing", () => {
  const running = (done: number) => [runningRow(4, { stage: "frames", done, total: 9 })]

  test("nothing can be pressed before the vault has answered", () => {
    drawPopup(document, words, model({ recent: null }))
    expect(document.querySelector("button")).toBeNull()
    expect(document.body.dataset.view).toBeUndefined()
  })

  test("the big button has the focus, so that Enter captures", () => {
    drawPopup(document, words, model())
    expect(document.activeElement?.id).toBe("capture")
    expect(document.body.dataset.view).toBe("ready")
  })

  test("when the capture begins, the focus is on no button: a second Enter stops nothing", () => {
    drawPopup(document, words, model())
    drawPopup(document, words, model({ running: running(1) }))
    expect(document.body.dataset.view).toBe("capturing")
    expect(document.activeElement?.id).toBe("heading")
  })

  test("a frame more changes the number and leaves the focus where it is", () => {
    drawPopup(document, words, model({ running: running(1) }))
    const stop = document.querySelector<HTMLElement>("#stop-keep")
    stop?.focus()
    drawPopup(document, words, model({ running: running(2) }))
    expect(document.querySelector(".stage-detail")?.textContent).toBe("2 of about 9")
    expect(document.querySelector("#stop-keep")).toBe(stop)
    expect(document.activeElement).toBe(stop)
  })

  test("asked whether to discard, the focus is on the way back", () => {
    drawPopup(document, words, model({ running: running(1) }))
    drawPopup(document, words, model({ running: running(1), confirmingDiscard: true }))
    expect(document.activeElement?.id).toBe("discard-no")
  })

  test("the status says each thing once", () => {
    drawPopup(document, words, model({ running: running(1) }))
    const said = document.querySelector("#status")?.firstChild
    drawPopup(document, words, model({ running: running(2) }))
    expect(document.querySelector("#status")?.firstChild).toBe(said)
    drawPopup(document, words, model({ place: { at: "item", captureId: "c4" }, item: captureRow(4) }))
    expect(document.querySelector("#status")?.textContent).toBe("Capture finished, saved as E-004.")
  })
})

describe("redrawing keeps what is the reader's", () => {
  test("an opened disclosure, a tick, and the inside of what is marked as kept", () => {
    const draw = (word: string) =>
      el(
        "div",
        {},
        el("details", {}, el("summary", {}, word)),
        el("input", { type: "checkbox" }),
        el("div", { "data-keep": "list" }),
      )
    const shown = draw("one")
    shown.querySelector("details")?.setAttribute("open", "")
    const box = shown.querySelector("input")
    if (box !== null) box.checked = true
    shown.querySelector("[data-keep]")?.append("a thousand rows")
    patch(shown, draw("two"))
    expect(shown.querySelector("summary")?.textContent).toBe("two")
    expect(shown.querySelector("details")?.hasAttribute("open")).toBe(true)
    expect(shown.querySelector("input")?.checked).toBe(true)
    expect(shown.querySelector("[data-keep]")?.textContent).toBe("a thousand rows")
  })

  test("everything else becomes as it was asked for", () => {
    const shown = el("p", { class: "a", title: "t" }, "x", el("b", {}, "y"), el("i", {}, "z"))
    const wanted = el("p", { class: "b", lang: "en" }, el("b", { id: "new" }, "1"), "2")
    const expected = wanted.outerHTML
    patch(shown, wanted)
    expect(shown.outerHTML).toBe(expected)
  })
})

describe("where a reader who opens the popup is taken", () => {
  const running = [runningRow(4, { stage: "frames", done: 1, total: 2 })]
  const lastExport = exportRow({ state: "running" })

  test.each<[string, Partial<Model>, Model["place"]]>([
    ["a running capture", { running }, { at: "item", captureId: "c4" }],
    ["a running export", { lastExport }, { at: "export", exportId: "x1" }],
    ["a capture before an export", { running, lastExport }, { at: "item", captureId: "c4" }],
    ["the start, with nothing running", { lastExport: exportRow() }, { at: "start" }],
  ])("to %s", (_name, different, place) => {
    expect(placeOf(model({ place: { at: "start" }, ...different }))).toEqual(place)
  })

  test("who goes back from a running export is not pulled into it again", () => {
    expect(placeOf(model({ place: { at: "home" }, lastExport }))).toEqual({ at: "home" })
  })

  test("who goes back from a capture that has just ended is not pulled into it again by a list from before", () => {
    const was = model({ place: { at: "home" }, item: captureRow(4), running })
    expect(placeOf(was)).toEqual({ at: "home" })
    expect(screenOf({ ...was, page: null, recent: [captureRow(4)], counts: { kept: 1 } })?.view).not.toBe(
      "capturing",
    )
    expect(placeOf({ ...was, item: captureRow(3) })).toEqual({ at: "item", captureId: "c4" })
  })

  test("who makes an export is not pulled out of it by a capture", () => {
    const place = { at: "export", exportId: null } as const
    expect(placeOf(model({ place, running }))).toEqual(place)
  })
})

describe("the panel, which stays open", () => {
  const saved = { surface: "panel", place: { at: "item", captureId: "c4" }, item: captureRow(4) } as const
  const page = { tabId: 7, url: "https://weibo.com/1/N", privateWindow: false, access: "full" } as const
  const other = { ...page, url: "https://weibo.com/1/M" }
  const running = [runningRow(5, { stage: "frames", done: 1, total: 2 })]

  test.each<[string, Partial<Model>, Partial<Model>, Model["place"]]>([
    ["leaves what was saved for another tab", saved, { page: { ...page, tabId: 8 } }, { at: "home" }],
    ["leaves it for another page in the tab", saved, { page: other }, { at: "home" }],
    [
      "stays at it while the permission goes",
      saved,
      { page: { ...page, url: "", access: "not-granted" } },
      saved.place,
    ],
    ["goes to a capture that was begun elsewhere", saved, { running }, { at: "item", captureId: "c5" }],
    [
      "stays at a capture that runs",
      { ...saved, item: runningRow(4, { stage: "frames", done: 1, total: 2 }) },
      { page: other },
      saved.place,
    ],
    [
      "stays at an export",
      { ...saved, place: { at: "export", exportId: null } },
      { page: other, running },
      { at: "export", exportId: null },
    ],
    [
      "is told from the popup, which stays",
      { ...saved, surface: "popup" },
      { page: other, running },
      saved.place,
    ],
  ])("%s", (_claim, before, change, place) => {
    const was = model({ page, ...before })
    expect(placeOf({ ...was, ...change }, was)).toEqual(place)
  })
})

describe("what the buttons ask of the background", () => {
  function desk(
    different: Partial<Model> = {},
    options: {
      refuse?: ErrorCode
      mayRecord?: boolean
      chosen?: readonly string[] | null
      encryption?: Encryption
      withNotes?: boolean
      caseName?: string
    } = {},
  ) {
    const asked: [string, unknown][] = []
    const askedAbout: string[] = []
    const stored = new Map<string, string>()
    const store = makeStore(0, () => undefined)
    store.change(model(different))
    const doings: Doings = {
      store,
      memory: memoryIn({
        getItem: key => stored.get(key) ?? null,
        setItem: (key, value) => stored.set(key, value),
      }),
      openSettings: sites => {
        askedAbout.push(...sites)
        return Promise.resolve()
      },
      watching: {
        follow: nothing,
        followPage: nothing,
        followTrashed: nothing,
        list: () => Promise.resolve([]),
      },
      background: (method, input) => {
        asked.push([method, input])
        if (options.refuse !== undefined) return Promise.reject(new EvidenceError(options.refuse, "refused"))
        const origins = ["https://wx1.sinaimg.cn"]
        return Promise.resolve({ captureId: "c9", exportId: "x9", origins } as never)
      },
      copy: () => Promise.resolve(),
      leave: () => void asked.push(["close", null]),
      openPanel: tabId => Promise.resolve(void asked.push(["openPanel", tabId])),
      openLibrary: () => Promise.resolve(),
      openWelcome: () => Promise.resolve(),
      openVerifier: () => Promise.resolve(),
      openAttach: () => Promise.resolve(),
      openQueue: () => Promise.resolve(),
      mayRecord: () => Promise.resolve(options.mayRecord ?? false),
      openRecorder: id => Promise.resolve(void asked.push(["openRecorder", id])),
      openRecording: id => Promise.resolve(void asked.push(["openRecording", id])),
      openVisitor: id => Promise.resolve(void asked.push(["openVisitor", id])),
      openItem: id => Promise.resolve(void asked.push(["openItem", id])),
      chosen: () => Promise.resolve(options.chosen ?? null),
      encryption: () => options.encryption ?? null,
      report: () => "zh-CN",
      makePassphrase: nothing,
      withNotes: () => options.withNotes ?? true,
      caseName: () => options.caseName ?? "",
    }
    return { asked, askedAbout, store, doings, stored }
  }

  test.each([
    ["the popup", "popup"],
    ["the panel", "panel"],
  ] as const)("a capture that was begun in %s says so", async (_where, surface) => {
    const { asked, doings } = desk({ surface })
    await perform(doings, "capture", {})
    expect(asked).toEqual([["startCapture", { tabId: 7, trigger: surface, chatUntil: null }]])
  })

  test("nothing is captured where the browser has not been asked to allow the page", async () => {
    const page = { tabId: 7, url: "", privateWindow: false, access: "not-granted" } as const
    const { asked, doings } = desk({ surface: "panel", page })
    await perform(doings, "capture", {})
    expect(asked).toEqual([])
  })

  test("the panel is opened in the very click, and the popup makes way for it", async () => {
    const { asked, doings } = desk({ hasPanel: true })
    const opened = perform(doings, "open-panel", {})
    expect(asked).toEqual([["openPanel", 7]])
    await opened
    expect(asked.at(-1)).toEqual(["close", null])
  })

  test("the picker is asked for once, and the popup makes way for it", async () => {
    const { asked, doings } = desk()
    await perform(doings, "pick", {})
    expect(asked).toEqual([
      ["startPicker", { tabId: 7 }],
      ["close", null],
    ])
  })

  test("a picker that cannot be shown is told in the popup, which stays", async () => {
    const { asked, store, doings } = desk({}, { refuse: "capture/page-forbidden" })
    await perform(doings, "pick", {})
    expect(asked).toEqual([["startPicker", { tabId: 7 }]])
    expect(store.read()).toMatchObject({ problem: "capture/page-forbidden", pending: null })
  })

  test("a site is asked about in the settings, and pictures' own sites with it where originals are kept", async () => {
    const record = desk({ extras: ["server-record"] })
    await perform(record.doings, "allow-site", {})
    expect([record.askedAbout, record.asked]).toEqual([["https://weibo.com"], []])
    const originals = desk({ extras: ["originals"] })
    await perform(originals.doings, "allow-site", {})
    expect(originals.askedAbout).toEqual(["https://weibo.com", "https://wx1.sinaimg.cn"])
    expect(originals.asked).toEqual([["pictureSites", { tabId: 7 }]])
  })

  test.each([
    ["is asked at once where the site is allowed", true, ["seeAsVisitor", { captureId: "c4" }]],
    ["is asked in a tab, after the browser's own question, where it is not", false, ["openVisitor", "c4"]],
  ] as const)("a visitor's view %s", async (_how, mayRecord, expected) => {
    const { asked, store, doings } = desk({ item: captureRow(4) }, { mayRecord })
    await perform(doings, "see-as-visitor", { capture: "c4" })
    expect(asked).toEqual([expected])
    expect(store.read().pending).toBeNull()
  })

  test("the big button captures the tab in front, by the popup's name", async () => {
    const { asked, store, doings } = desk()
    await perform(doings, "capture", {})
    expect(asked).toEqual([["startCapture", { tabId: 7, trigger: "popup", chatUntil: null }]])
    expect(store.read().place).toEqual({ at: "item", captureId: "c9" })
  })

  test("pressed twice, it captures once", async () => {
    const { asked, doings } = desk()
    await Promise.all([perform(doings, "capture", {}), perform(doings, "capture", {})])
    expect(asked).toHaveLength(1)
  })

  test("a page that allows nothing is not asked for", async () => {
    const page = { tabId: 7, url: "about:config", privateWindow: false, access: "none" } as const
    const { asked, doings } = desk({ page })
    await perform(doings, "capture", {})
    expect(asked).toEqual([])
  })

  test("what the background refuses stands on the screen with its code, and the button works again", async () => {
    const { store, doings } = desk({}, { refuse: "capture/page-forbidden" })
    await perform(doings, "capture", {})
    expect(store.read()).toMatchObject({ problem: "capture/page-forbidden", pending: null })
    await perform(doings, "dismiss", {})
    expect(store.read().problem).toBeNull()
  })

  test("stopping, discarding and restoring name the capture that they mean", async () => {
    const { asked, store, doings, stored } = desk({ recent: [captureRow(4)] })
    await perform(doings, "stop", { capture: "c4" })
    await perform(doings, "discard", { capture: "c4" })
    expect(store.read().place).toEqual({ at: "discarded", captureId: "c4", item: 4 })
    expect([...stored.values()]).toEqual(["c4"])
    await perform(doings, "restore", { capture: "c4" })
    expect(asked.map(([method, input]) => [method, input])).toEqual([
      ["stopCapture", { captureId: "c4" }],
      ["discardCapture", { captureId: "c4" }],
      ["restoreCapture", { captureId: "c4" }],
    ])
  })

  test.each([
    ["a full disk", "vault/full", "vault/full"],
    // Told by the capture's own row.
    ["a background that was stopped", "capture/not-running", null],
  ] as const)("%s at the end of a capture is told as it should be", async (_name, refuse, problem) => {
    const { asked, store, doings } = desk({}, { refuse })
    const awaitSeal = sealWatch(doings)
    awaitSeal("c4")
    awaitSeal("c4")
    await new Promise(resolve => setImmediate(resolve))
    expect(asked).toEqual([["whenSealed", { captureId: "c4" }]])
    expect(store.read().unclosed.get("c4") ?? null).toBe(problem)
  })

  test.each([1, 2, 3])(
    "a background that goes away %i times is asked again, and not for ever",
    async away => {
      const { store, doings } = desk({}, {})
      const answers = [
        ...Array.from(
          { length: away },
          () => new Error("The message channel closed before a response was received"),
        ),
        new EvidenceError("vault/full", "no room to close it"),
      ]
      const background = vi.fn(() => Promise.reject(answers.shift() ?? new Error("asked too often")))
      sealWatch({ ...doings, background })("c4")
      await new Promise(resolve => setImmediate(resolve))
      expect(background).toHaveBeenCalledTimes(Math.min(away + 1, 3))
      expect(store.read().unclosed.get("c4")).toBe(away < 3 ? "vault/full" : undefined)
    },
  )

  test.each([
    ["all", null, [["startExport", { captureIds: [], encryption: null, withNotes: true, report: "zh-CN" }]]],
    [
      "what is chosen",
      ["c1", "c2"],
      [["startExport", { captureIds: ["c1", "c2"], encryption: null, withNotes: true, report: "zh-CN" }]],
    ],
    // To the background an empty list means everything.
    ["nothing, when nothing is chosen", [], []],
  ] as const)("an export takes %s", async (_name, chosen, expected) => {
    const { asked, store, doings } = desk({}, { chosen })
    await perform(doings, "start-export", {})
    expect(asked).toEqual(expected)
    expect(store.read().problem).toBe(chosen?.length === 0 ? "export/nothing" : null)
  })

  test("every act of a button that is drawn is one that is done", () => {
    const drawn = [
      model({
        problem: "internal",
        recent: [captureRow(4, { interrupted: true })],
        counts: { kept: 1 },
      }),
      model({ running: [runningRow(4, { stage: "frames", done: 1, total: 2 })] }),
      model({ place: { at: "export", exportId: null }, exporting: exportRow() }),
    ].flatMap(given => {
      drawPopup(document, words, given)
      return [...document.querySelectorAll("button:not([data-diagnostics])")].map(button =>
        button.getAttribute("data-act"),
      )
    })
    expect(drawn.length).toBeGreaterThan(8)
    for (const act of drawn) expect(acts).toContain(act)
  })
})

test("without the page's storage the popup works, and only forgets", () => {
  const memory = memoryIn(null)
  memory.write("recovered", "c4")
  expect(memory.read("recovered")).toBeNull()
})
