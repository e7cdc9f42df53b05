// @vitest-environment happy-dom
import { describe, expect, test } from "vitest"
import { wordsFor } from "../../../src/i18n/words.ts"
import { extraNames, usualOptions } from "../../../src/core/capture-options.ts"
import { type CheckOutcome, type CheckRow } from "../../../src/vault/check-row.ts"
import { type StampRow } from "../../../src/vault/schema.ts"
import { renderCheck } from "../../../src/ui/settings/check.ts"
import { type ExtrasModel, noExtras, renderExtras } from "../../../src/ui/settings/extras.ts"
import { readLimits, renderLimits, withLimits } from "../../../src/ui/settings/limits.ts"
import { renderKey } from "../../../src/ui/settings/device-key.ts"
import { readReminder, renderBackup, renderUninstall } from "../../../src/ui/settings/backup.ts"
import { type ChoicesModel, noChoices } from "../../../src/ui/settings/choices-model.ts"
import { noFile, renderFile } from "../../../src/ui/settings/file.ts"
import {
  readLanguages,
  renderPageLanguage,
  renderReportLanguage,
} from "../../../src/ui/settings/languages.ts"
import { type Model } from "../../../src/ui/settings/model.ts"
import { renderSettings } from "../../../src/ui/settings/render.ts"
import { usualReminder } from "../../../src/core/backup.ts"
import { type SettingsChange } from "../../../src/core/settings-changes.ts"
import { zip } from "./rows.ts"

const languages = ["zh-CN", "en"] as const
const time = "2026-11-22T15:22:00.000Z"

const stamp = (state: StampRow["state"]): StampRow => ({
  id: state,
  kind: "key",
  of: zip,
  authority: "tsa.example",
  digest: zip,
  state,
  query: Uint8Array.of(1),
  reply: null,
  requestedAt: time,
  tries: 1,
  nextTryAt: time,
  receivedAt: null,
  token: null,
  time: state === "received" ? time : null,
  signer: null,
  code: null,
})

describe.each(languages)("in %s, beside the digits of the key", language => {
  const words = wordsFor(language)
  const view = (keyStamps: readonly StampRow[]) =>
    renderKey(words, { deviceKey: { fingerprint: zip, createdAt: time }, keyStamps, copied: false })

  test("stand all 64, when it was made, and that it stands for no person", () => {
    const shown = view([])
    expect(shown.querySelector("#key-digits")?.textContent.replaceAll(/\s/g, "")).toBe(zip)
    expect(shown.querySelector("#key-age")?.textContent).toContain(words.format.time(time))
    expect(shown.textContent).toContain(language === "en" ? "not for a person" : "不代表某一个人")
    expect(shown.textContent).toContain(words.t("settings.keyNoStamp"))
  })

  test("stands whose time stamp there is, and which is awaited", () => {
    const [came, awaited] = view([stamp("received"), stamp("waiting")]).querySelectorAll(".stamp")
    expect(came?.textContent).toBe(
      words.t("settings.keyStamped", { name: "tsa.example", time: words.format.time(time) }),
    )
    expect(awaited?.textContent).toBe(words.t("settings.keyStampWaiting", { name: "tsa.example" }))
    expect(view([stamp("received")]).textContent).not.toContain(words.t("settings.keyNoStamp"))
  })
})

describe.each(languages)("in %s, the check of all files", language => {
  const words = wordsFor(language)
  const last: CheckOutcome = { at: time, files: 12, items: 3, damaged: [] }
  const view = (different: Partial<CheckRow> | null) =>
    renderCheck(
      words,
      different === null ? null : { id: "files", running: null, last: null, code: null, ...different },
    )
  const outcome = (shown: HTMLElement) => shown.querySelector<HTMLElement>("#check-outcome")

  test("that never was says so, and offers to begin", () => {
    expect(outcome(view(null))?.textContent).toBe(words.t("check.never"))
    expect(view(null).querySelector("#check-start")?.getAttribute("aria-disabled")).toBeNull()
  })

  test("that found all as it was says how much that is", () => {
    const shown = outcome(view({ last }))
    expect(shown?.dataset.outcome).toBe("whole")
    expect(shown?.textContent).toMatch(
      language === "en" ? /12 files of 3 items, all/ : /3 项共 12 个文件，全部/,
    )
  })

  test("that found damage names those items, what to do, and that the others are whole", () => {
    const damaged = [
      { id: "b", item: 2 },
      { id: "g", item: 7 },
    ]
    const shown = outcome(view({ last: { ...last, damaged } }))
    expect(shown?.dataset.outcome).toBe("damaged")
    expect(Array.from(shown?.querySelectorAll("li") ?? [], each => each.textContent)).toEqual([
      "E-002",
      "E-007",
    ])
    expect(shown?.textContent).toContain(words.t("check.advice"))
  })

  test("that runs says how far it is, and is not begun twice", () => {
    const shown = view({ last, running: { run: "r", done: 4, total: 9 } })
    expect(shown.querySelector("#check-running")?.textContent).toBe(
      words.t("check.running", { done: "4", total: "9" }),
    )
    expect(shown.querySelector("#check-start")?.getAttribute("aria-disabled")).toBe("true")
    expect(outcome(shown)?.dataset.outcome).toBe("whole")
  })

  test("that came to no end says why, and how the one before came out", () => {
    const shown = view({ last, code: "check/interrupted" })
    expect(shown.querySelector<HTMLElement>("#check-failed")?.dataset.cause).toBe("check/interrupted")
    expect(outcome(shown)?.dataset.outcome).toBe("whole")
  })
})

describe.each(languages)("in %s, the limits of pages without an end", language => {
  const words = wordsFor(language)
  const view = (wrong: readonly ("screens" | "seconds" | "items")[] = [], kept = false) =>
    renderLimits(words, { options: usualOptions, limitsNote: { kept, wrong } })

  test("stand in fields of their own, an open one empty", () => {
    const shown = Array.from(view().querySelectorAll("input"), ({ name, value }) => [name, value])
    expect(shown).toEqual([
      ["screens", "40"],
      ["seconds", "300"],
      ["items", ""],
    ])
    expect(view().querySelectorAll("[aria-invalid]")).toHaveLength(0)
  })

  test("say at the field what it may hold, where it holds something else", () => {
    const field = view(["seconds"]).querySelector("[aria-invalid=true]")
    expect(field?.getAttribute("name")).toBe("seconds")
    const said = view(["seconds"]).querySelector(`#${field?.getAttribute("aria-describedby") ?? ""}`)
    expect(said?.textContent).toBe(words.t("endless.wrong", { least: "1", most: "10,000" }))
  })

  test("say that they are kept", () => {
    expect(view([], true).querySelector("[role=status]")?.textContent).toBe(words.t("endless.kept"))
  })
})

test.each([
  [
    { screens: "12", seconds: "60", items: "" },
    { screens: 12, seconds: 60, items: null },
  ],
  [
    { screens: " 1 ", seconds: "10000", items: "３５" },
    { screens: 1, seconds: 10_000, items: 35 },
  ],
  [{ screens: "0", seconds: "10001", items: "-1" }, ["screens", "seconds", "items"]],
  [{ screens: "", seconds: "1.5", items: "many" }, ["screens", "seconds", "items"]],
  [{ screens: "40", seconds: "300", items: "1e3" }, ["items"]],
])("of what is entered, %j, is read %j", (entered, read) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(entered)) form.set(name, value)
  expect(readLimits(form)).toEqual(read)
})

test("what else was chosen for captures stays when the limits change", () => {
  const options = { ...usualOptions, extras: ["mhtml"] } as const
  const limits = { screens: 1, seconds: 2, items: 3 }
  expect(withLimits(options, limits)).toEqual({ limits, extras: ["mhtml"] })
})
describe.each(languages)("in %s, what is also kept", language => {
  const words = wordsFor(language)
  const view = (different: Partial<ExtrasModel> = {}) =>
    renderExtras(words, { ...noExtras, options: usualOptions, archive: "not-granted", ...different })
  const box = (shown: HTMLElement, name: string) =>
    shown.querySelector<HTMLInputElement>(`input[name=extra][value=${name}]`) ??
    expect.unreachable(`there is no ${name}`)

  test.each(extraNames)("%s is off, and says what is sent before it is on", name => {
    const shown = view()
    expect(box(shown, name).dataset.on).toBe("no")
    const about = shown.querySelector(`#${box(shown, name).getAttribute("aria-describedby") ?? ""}`)
    expect(about?.textContent).toContain(words.t(`extras.${name}.what`))
    expect(about?.textContent).toContain(words.t(`extras.${name}.sent`))
  })

  test("what the browser has not cannot be switched on, and says so", () => {
    const shown = view({ archive: "impossible" })
    expect(box(shown, "mhtml").disabled).toBe(true)
    expect(shown.textContent).toContain(words.t("extras.mhtml.impossible"))
    expect(box(shown, "server-record").disabled).toBe(false)
  })

  test("what the browser allows no more says that it is skipped", () => {
    const options = { ...usualOptions, extras: ["mhtml"] } as const
    expect(view({ options }).querySelector("#mhtml-not-allowed")).not.toBeNull()
    expect(view({ options, archive: "granted" }).querySelector("#mhtml-not-allowed")).toBeNull()
  })

  test("a site that the reader came for is named before the browser asks, and is asked for alone", () => {
    const wanted = ["https://weibo.com:8443"]
    const asking = view({ wanted }).querySelector<HTMLElement>(".wanted")
    expect(asking?.textContent).toContain(words.t("extras.askWhat", { host: "weibo.com" }))
    expect(asking?.querySelector("button")?.dataset).toMatchObject({ act: "allow-site", url: wanted[0] })
    const done = view({ wanted, allowed: wanted }).querySelector<HTMLElement>(".wanted")
    expect(done?.dataset.allowed).toBe("yes")
    expect(done?.querySelector("button")).toBeNull()
  })

  test("every site that was allowed can be taken back", () => {
    const shown = view({ sites: ["https://weibo.com/*", "https://wx1.sinaimg.cn/*"] })
    const buttons = [...shown.querySelectorAll<HTMLElement>("[data-act=give-back]")]
    expect(buttons.map(({ dataset }) => dataset.site)).toEqual([
      "https://weibo.com/*",
      "https://wx1.sinaimg.cn/*",
    ])
  })

  test("a question that was answered with no is said to have sent nothing", () => {
    expect(view({ refused: true }).querySelector("#extras-refused")?.textContent).toBe(
      words.t("extras.refused"),
    )
  })
})

describe.each(languages)("in %s, the page of the settings", language => {
  const words = wordsFor(language)
  const model: Model = {
    ...{
      authorities: [],
      reachable: new Set<string>(),
      waiting: [],
      anchoring: null,
      beacons: null,
      recipients: [],
      person: null,
      lock: null,
      deviceKey: null,
    },
    ...{ keyStamps: [], options: null, limitsNote: { kept: false, wrong: [] }, check: null, wanted: null },
    ...{ extras: noExtras, choices: noChoices, file: noFile, refused: false, copied: false, problem: null },
  }

  test("has six groups with a heading each, and a list that leads to every one of them", () => {
    const shown = renderSettings(words, model)
    const headings = Array.from(shown.querySelectorAll("h2"), ({ textContent }) => textContent)
    if (language === "zh-CN")
      expect(headings).toEqual(["采集", "隐私与安全", "报告与导出", "时间戳", "语言与外观", "备份与存储"])
    const links = Array.from(shown.querySelectorAll<HTMLAnchorElement>("nav a"))
    expect(links.map(({ textContent }) => textContent)).toEqual(headings)
    for (const link of links) {
      const group = shown.querySelector(link.getAttribute("href") ?? "")
      expect(group?.querySelector("h2")?.textContent).toBe(link.textContent)
      expect(group?.getAttribute("tabindex")).toBe("-1")
      expect(group?.querySelectorAll("section").length).toBeGreaterThan(0)
    }
  })

  test("has every section in a group, under a heading of its own", () => {
    const shown = renderSettings(words, model)
    const sections = Array.from(shown.querySelectorAll("section"))
    expect(sections.map(({ id }) => id)).toEqual(
      ["limits", "extras", "person", "recipients", "key", "shared", "reports", "time", "pages"].concat([
        "backup",
        "uninstall",
        "storage",
        "check",
        "settings-file",
      ]),
    )
    for (const section of sections) {
      expect(section.closest(".group")).not.toBeNull()
      expect(section.querySelector("h3")?.id).toBe(section.getAttribute("aria-labelledby"))
    }
  })

  // Before anything is sent: what, to whom, over what (issue of trusted time; decisions.md).
  test("says what a time stamp authority is sent, to what address, and where that goes unencrypted", () => {
    const own = { name: "own.example", url: "https://own.example/tsa", authorization: null, on: false }
    const shown = renderSettings(words, { ...model, authorities: [own] })
    const consent = shown.querySelector("#time #consent")?.textContent ?? ""
    const named =
      language === "en"
        ? [
            "fingerprint (SHA-256",
            "that item’s record",
            "the bundle’s list",
            "this device’s public key",
            "IP address",
          ]
        : ["指纹（SHA-256", "该项的记录", "包内清单", "这台设备的签名公钥", "IP 地址"]
    for (const each of named) expect(consent).toContain(each)
    const offers = Array.from(shown.querySelectorAll("#time .authorities li"), li => ({
      url: li.querySelector("input")?.value ?? "",
      on: li.querySelector("input")?.checked,
      said: li.textContent,
    }))
    expect(offers.map(({ url }) => url.slice(0, 5))).toEqual(expect.arrayContaining(["http:", "https"]))
    const unencrypted = language === "en" ? "unencrypted" : "不加密"
    for (const { url, on, said } of offers) {
      expect(on).toBe(false)
      expect(said).toContain(url)
      expect(said.includes(unencrypted)).toBe(url.startsWith("http:"))
    }
  })

  test("begins with the sites, where the reader was sent for one", () => {
    const extras = { ...noExtras, wanted: ["https://weibo.com"] }
    expect(renderSettings(words, { ...model, extras }).querySelector("section")?.id).toBe("extras")
  })
})

describe.each(languages)("in %s, backups", language => {
  const words = wordsFor(language)
  const model = (n: number, last: string | null = null): ChoicesModel => ({
    ...noChoices,
    reminder: usualReminder,
    backup: {
      items: 12,
      without: Array.from({ length: n }, (_, at) => String(at)),
      waitingSince: n === 0 ? null : time,
      last: last === null ? null : { exportId: "x", at: last },
    },
  })

  test("are counted, with when the last one was, and lead to the export of what has none", () => {
    const shown = renderBackup(words, model(3, time))
    expect(shown.querySelector("#backup-state")?.textContent).toBe(
      words.t("backup.some", { n: 3, all: "12" }) +
        words.t("backup.lastAt", { time: words.format.time(time) }),
    )
    expect(shown.querySelector("#backup-export")?.getAttribute("href")).toBe(
      "library.html?export=without-backup",
    )
    const whole = renderBackup(words, model(0, time))
    expect(whole.querySelector("#backup-state")?.textContent).toContain(words.t("backup.every", { n: 12 }))
    expect(whole.querySelector("#backup-export")).toBeNull()
    expect(renderBackup(words, model(12)).textContent).toContain(words.t("backup.never"))
  })

  test("are asked for before an uninstallation, with what it would take", () => {
    const shown = renderUninstall(words, model(3))
    expect(shown.querySelector("#uninstall-state")?.textContent).toBe(words.t("uninstall.some", { n: 3 }))
    expect(shown.querySelector("#uninstall-export")).not.toBeNull()
    const safe = renderUninstall(words, model(0, time))
    expect(safe.querySelector("#uninstall-state.note-warn, #uninstall-export")).toBeNull()
    expect(renderUninstall(words, noChoices).querySelector("#uninstall-state")).toBeNull()
  })

  test("have a reminder that is on, with seven days and five items, until the user chooses", () => {
    const shown = renderBackup(words, model(0))
    expect(shown.querySelector<HTMLElement>("input[name=remind]")?.dataset.on).toBe("yes")
    expect(
      Array.from(shown.querySelectorAll("input[type=text]"), each => each.getAttribute("value")),
    ).toEqual(["7", "5"])
    const off = renderBackup(words, { ...model(0), reminder: { ...usualReminder, on: false } })
    expect(off.querySelector<HTMLElement>("input[name=remind]")?.dataset.on).toBe("no")
  })

  test("say at the field what it may hold, where it holds something else", () => {
    const shown = renderBackup(words, { ...model(0), reminderNote: { kept: false, wrong: ["items"] } })
    const field = shown.querySelector("[aria-invalid=true]")
    expect(field?.getAttribute("name")).toBe("items")
    expect(shown.querySelector(`#${field?.getAttribute("aria-describedby") ?? ""}`)?.textContent).toBe(
      words.t("endless.wrong", { least: "1", most: "365" }),
    )
  })
})

test.each([
  [
    { days: "30", items: "１２" },
    { days: 30, items: 12 },
  ],
  [{ days: "0", items: "5" }, ["days"]],
  [{ days: "", items: "366" }, ["days", "items"]],
])("of a reminder that is entered as %j is read %j", (entered, read) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(entered)) form.set(name, value)
  expect(readReminder(form)).toEqual(read)
})

describe.each(languages)("in %s, languages", language => {
  const words = wordsFor(language)
  const held = { pages: "browser", reports: "both" } as const
  const chosen = (shown: HTMLElement) => shown.querySelector("option[selected]")?.getAttribute("value")

  test("of the pages and of reports are two choices", () => {
    const model = { ...noChoices, languages: held }
    expect(chosen(renderPageLanguage(words, model))).toBe("browser")
    expect(chosen(renderReportLanguage(words, model))).toBe("both")
  })

  test("are called by their own names, so that who is lost finds theirs", () => {
    const options = renderPageLanguage(words, noChoices).querySelectorAll("option[lang]")
    expect(Array.from(options, ({ textContent }) => textContent)).toEqual(["简体中文", "English"])
  })

  test("that are chosen leave the other one as it was", () => {
    const form = new FormData()
    form.set("pages", "en")
    expect(readLanguages(held, form)).toEqual({ pages: "en", reports: "both" })
    form.set("pages", "de")
    expect(() => readLanguages(held, form)).toThrow(expect.objectContaining({ code: "input/malformed" }))
  })
})

describe.each(languages)("in %s, a settings file", language => {
  const words = wordsFor(language)
  const view = (changes: readonly SettingsChange[]) =>
    renderFile(words, { ...noFile, read: { file: {}, changes } })
  const key = "age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew"

  test("is made without names, keys and secrets, unless they are ticked", () => {
    const shown = renderFile(words, noFile)
    const boxes = Array.from(shown.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
    expect(boxes.map(({ name }) => name)).toEqual(["recipients", "secrets"])
    expect(shown.querySelectorAll("[checked]")).toHaveLength(0)
    expect(shown.querySelector("#settings-file-grants")?.textContent).toBe(words.t("settingsFile.grants"))
  })

  test("that is chosen shows each change in a line, before anything is kept", () => {
    const changes: readonly SettingsChange[] = [
      { what: "screens", from: 40, to: 12 },
      { what: "items", from: 1200, to: null },
      { what: "extra", name: "server-record", on: true },
      { what: "recipient", label: "王律师", key },
      { what: "reports", from: "page", to: "both" },
      { what: "authority", url: "https://tsa.example/", hasAuthorization: true },
      { what: "pages", from: "browser", to: "en" },
      { what: "remind", on: false },
      { what: "backup.days", from: 7, to: 30 },
    ]
    const shown = view(changes)
    const lines = Array.from(shown.querySelectorAll<HTMLElement>("[data-change]"))
    expect(lines.map(({ dataset }) => dataset.change)).toEqual(changes.map(({ what }) => what))
    const said = lines.map(({ textContent }) => textContent)
    expect(said[1]).toContain(`1,200 → ${words.t("settingsFile.unlimited")}`)
    expect(said[2]).toContain(words.t("extras.server-record.sent"))
    expect(said[3]).toContain(key)
    expect(said[5]).toBe(words.t("settingsFile.authorityWith", { url: "https://tsa.example/" }))
    expect(said[6]).toContain("English")
    expect(said.join()).not.toMatch(/undefined|null|\[object/)
    expect(shown.querySelector("[data-act=apply-settings]")).not.toBeNull()
  })

  test("that says what is so already offers nothing to import", () => {
    expect(view([]).querySelector("#settings-same")?.textContent).toBe(words.t("settingsFile.same"))
    expect(view([]).querySelector("[data-act=apply-settings]")).toBeNull()
  })

  test("that is none is refused beside the place where it was chosen", () => {
    const shown = renderFile(words, { ...noFile, problem: "settings/newer" })
    expect(shown.querySelector("#error[role=alert]")?.textContent).toContain(
      words.t("error.settings/newer.safe"),
    )
  })

  test("cannot bring letters that turn the line around", () => {
    const shown = view([{ what: "recipient", label: "王\u202egnaw", key }])
    expect(shown.textContent).not.toContain("\u202e")
  })
})
