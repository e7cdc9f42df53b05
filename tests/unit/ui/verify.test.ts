// @vitest-environment happy-dom
import { describe, expect, test } from "vitest"
import { finding, type Result, resultJson } from "../../../src/core/verify/finding.ts"
import { type Hands, startScreen } from "../../../src/ui/verify/screen.ts"
import { blobSource } from "../../../src/ui/verify/blob-source.ts"
import { check } from "../../../src/ui/verify/check.ts"
import { type Model } from "../../../src/ui/verify/model.ts"
import { announcement, renderView } from "../../../src/ui/verify/render.ts"
import { speechFor } from "../../../src/ui/verify/speech.ts"
import { bundleFiles, check as checked, folder, good, zipOf } from "../verify/example.ts"

const zh = speechFor("zh-CN", "UTC")
const en = speechFor("en", "UTC")
const file = { name: `${folder}.zip`, bytes: 38_200_000 }

const done = (result: Result, different: Partial<Model> = {}): Model => ({
  stage: { at: "done", file, checkedAt: "2026-11-24T08:00:00.000Z", result },
  note: null,
  roots: null,
  stamps: [],
  copied: "no",
  ...different,
})
const texts = (view: Element, selector: string) =>
  Array.from(view.querySelectorAll(selector), each => each.textContent)
const text = (view: Element, selector: string) => view.querySelector(selector)?.textContent ?? null
const bytesOf = (buffer: Buffer) => new Uint8Array(buffer)
const fileOf = (buffer: Buffer, name = file.name) => new File([bytesOf(buffer)], name)
const damaged = () => zipOf(bundleFiles({ log: log => log.replace("0.1.0", "0.1.1") }))
const never = new AbortController().signal

describe("a result", () => {
  test("the verdict is the heading, its meaning and what is not proved stand with it", async () => {
    const view = renderView(zh, done(await checked(good())))
    expect(text(view, "h2#heading")).toBe("与包内清单一致。")
    expect(text(view, ".verdict p")).toContain("没有第三方时间戳")
    expect(texts(view, "#limits li")).toEqual(zh.verdict.limits)
    expect(texts(view, "#result dd")).toEqual([file.name, "38 MB", "2026/11/24 08:00 (UTC)"])
    expect(view.querySelector("#automation")).toBeNull()
  })

  test("every layer has a line with its word, and a sign that a screen reader is spared", async () => {
    const result = await checked(damaged())
    const view = renderView(en, done(result))
    const lines = [...view.querySelectorAll("#layers > li")]
    expect(lines).toHaveLength(result.layers.length)
    for (const [index, line] of lines.entries()) {
      expect(text(line, ".outcome")).toBe(en.verdict.outcomes[result.layers[index]!.outcome])
      expect(line.querySelector(".sign[aria-hidden=true]")?.textContent).not.toBe("")
    }
    expect(text(view, "[data-layer=log-chain] p")).toBe("line 2 does not name the line before it")
    expect(text(view, "[data-layer=log-chain] .outcome")).toBe("FAULT")
  })

  test("the ZIP's 64 digits stand in groups of four, and are copied without gaps", async () => {
    const view = renderView(en, done(await checked(good())))
    const digits = view.querySelector<HTMLElement>("#copy")?.dataset.text ?? ""
    expect(digits).toMatch(/^[0-9a-f]{64}$/)
    expect(text(view, "#digits")).toBe(digits.replaceAll(/(.{4})(?=.)/g, "$1 "))
  })

  test("an automated capture is said beside the verdict", async () => {
    const automation = { value: "yes", basis: "navigator.webdriver" }
    const robot = zipOf(
      bundleFiles({ record: draft => Object.assign(draft.environment as object, { automation }) }),
    )
    expect(text(renderView(zh, done(await checked(robot))), ".verdict #automation")).toContain(
      "自动化环境采集",
    )
  })

  test("what a stranger wrote into the bundle stays text, visible and of bounded length", async () => {
    const hostile = `<img src=x onerror=alert(1)>\u202etxt\u001b[2J${"A".repeat(5000)}`
    const bytes = zipOf(bundleFiles({ info: { "Bag-Software-Agent": hostile } }))
    const view = renderView(en, done(await checked(bytes)))
    expect(view.querySelector("img")).toBeNull()
    const said = text(view, "[data-layer=bag] p") ?? ""
    expect(said).toContain("<img src=x onerror=alert(1)>\\u{202e}txt\\u{1b}[2J")
    expect(said.length).toBeLessThan(700)
  })

  test("of very many findings a layer shows twenty, and says how many more the saved result has", () => {
    const detail = Array.from({ length: 1024 }, (_, n) => finding("extra/file", { path: `data/${n}` }))
    const result: Result = {
      verdict: "damaged",
      exit: 1,
      layers: [{ layer: "extra", outcome: "fail", detail }],
    }
    const view = renderView(zh, done(result))
    expect(texts(view, "[data-layer=extra] p")).toHaveLength(21)
    expect(texts(view, "[data-layer=extra] p").at(-1)).toBe("……另有 1,004 条，保存的结果里全部列出")
    expect(view.querySelector("#fingerprint")).toBeNull()
  })

  test("a screen reader hears the verdict once it is there", async () => {
    const result = await checked(damaged())
    expect(announcement(en, done(result))).toBe("Changed or damaged.")
    expect(announcement(en, done(result, { copied: "yes" }))).toBe("Copied")
  })
})

describe("a check", () => {
  test.each([
    ["a good bundle", good()],
    ["a damaged one", damaged()],
    ["a text", Buffer.from("holdfast\n")],
    ["nothing", Buffer.alloc(0)],
  ])("of %s ends as on the command line", async (_name, bytes) => {
    const result = await check({ file: fileOf(bytes), roots: [], stamps: [] }, never, () => undefined)
    expect(resultJson(result)).toBe(resultJson(await checked(bytes, undefined, file.name)))
  })

  test("counts what it has read, and never more than it said there is", async () => {
    const bytes = good()
    const seen: number[] = []
    await check({ file: fileOf(bytes), roots: [], stamps: [] }, never, read => seen.push(read))
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(bytes.length)
  })

  test("that is cancelled on the way gives no verdict", async () => {
    const cancel = new AbortController()
    const reads: number[] = []
    const ended = check({ file: fileOf(good()), roots: [], stamps: [] }, cancel.signal, read => {
      reads.push(read)
      if (reads.length === 5) cancel.abort()
    })
    await expect(ended).rejects.toMatchObject({ name: "AbortError" })
    expect(reads.length).toBe(5)
  })

  test("tells nothing of a read that was under way when it was cancelled", async () => {
    const cancel = new AbortController()
    const reads: number[] = []
    const source = blobSource(new Blob(["abc"]), cancel.signal, bytes => reads.push(bytes))
    const read = source.read(0, 3)
    cancel.abort()
    await expect(read).rejects.toMatchObject({ name: "AbortError" })
    expect(reads).toEqual([])
  })

  test("of a file that ends too early says so", async () => {
    const source = blobSource(new Blob(["abc"]), never, () => undefined)
    await expect(source.read(1, 5)).rejects.toThrow("the file ends at byte 3")
  })
})

describe("the screen", () => {
  function screen(tag = "en", hands: Partial<Hands> = {}) {
    document.body.replaceChildren()
    delete document.body.dataset.stage
    const page = document.implementation.createHTMLDocument("")
    for (const [name, id] of [
      ["div", "languages"],
      ["main", "view"],
      ["p", "status"],
    ] as const) {
      const element = page.createElement(name)
      element.id = id
      page.body.append(element)
    }
    const saved: { file: Blob; name: string }[] = []
    startScreen(page, tag, {
      save: (blob, name) => saved.push({ file: blob, name }),
      copy: () => Promise.resolve(),
      now: () => "2026-11-24T08:00:00.000Z",
      ...hands,
    })
    const choose = (...files: File[]) => {
      const input = page.querySelector<HTMLInputElement>("#file")!
      Object.defineProperty(input, "files", { value: files, configurable: true })
      input.dispatchEvent(new Event("change", { bubbles: true }))
    }
    const click = (selector: string) => {
      const button = page.querySelector<HTMLElement>(selector)
      button!.dispatchEvent(new MouseEvent("click", { bubbles: true }))
    }
    return { page, saved, choose, click, until: untilTrue }
  }

  async function untilTrue(isSo: () => boolean) {
    await expect.poll(isSo, { timeout: 5_000, interval: 5 }).toBe(true)
  }

  test("goes from the file to the verdict, and saves exactly what the command line prints", async () => {
    const bytes = damaged()
    const { page, saved, choose, click, until } = screen()
    choose(fileOf(bytes))
    expect(page.body.dataset.stage).toBe("checking")
    await until(() => page.body.dataset.stage === "done")
    expect(page.querySelector("#status")?.textContent).toBe("Changed or damaged.")
    click("#save")
    expect(saved[0]?.name).toBe(`${folder}.verdict.json`)
    expect(await saved[0]?.file.text()).toBe(resultJson(await checked(bytes, undefined, file.name)))
  })

  test("a cancelled check leaves nothing but the word for it", async () => {
    const { page, choose, click } = screen()
    choose(fileOf(good()))
    click("#cancel")
    expect(page.querySelector("#note")?.textContent).toBe("Cancelled. Nothing was judged.")
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(page.body.dataset.stage).toBe("choose")
  })

  test("another file in the middle of a check takes its place", async () => {
    const { page, until, choose } = screen()
    choose(fileOf(good()))
    page.body.append(Object.assign(page.createElement("input"), { id: "file", type: "file" }))
    choose(fileOf(Buffer.from("text")))
    await until(() => page.body.dataset.stage === "done")
    expect(page.querySelector<HTMLElement>("#result")?.dataset.verdict).toBe("cannot-tell")
  })

  test("two files at once are not checked", () => {
    const { page, choose } = screen()
    choose(fileOf(good()), fileOf(good()))
    expect(page.body.dataset.stage).toBe("choose")
    expect(page.querySelector("#note")?.textContent).toContain("One file at a time")
  })

  test("the reader may change the language, and the verdict stays", async () => {
    const { page, until, choose, click } = screen("en")
    choose(fileOf(good()))
    await until(() => page.body.dataset.stage === "done")
    click("[data-language=zh-CN]")
    expect(page.documentElement.lang).toBe("zh-CN")
    expect(page.querySelector("#heading")?.textContent).toBe("与包内清单一致。")
    expect(page.querySelector("[data-language=zh-CN]")?.getAttribute("aria-pressed")).toBe("true")
    expect(page.querySelector("#our-own")?.textContent).toContain("verify.zh-cn.txt")
  })

  test("a browser that refuses to copy is reported, with what to do instead", async () => {
    const refused = () => Promise.reject(new Error("no"))
    const { page, until, choose, click } = screen("en", { copy: refused })
    choose(fileOf(good()))
    await until(() => page.body.dataset.stage === "done")
    click("#copy")
    await until(() => page.querySelector("#fingerprint .note") !== null)
    expect(page.querySelector("#status")?.textContent).toContain("select the digits")
  })

  test("a name that is not safe everywhere does not name the saved file", async () => {
    const { page, saved, until, choose, click } = screen()
    choose(fileOf(good(), "../证据\u202e.zip"))
    await until(() => page.body.dataset.stage === "done")
    click("#save")
    expect(saved[0]?.name).toBe("holdfast.verdict.json")
  })
})
