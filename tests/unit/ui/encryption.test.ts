// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from "vitest"
import { type Recipient } from "../../../src/core/encryption/recipient.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { patch } from "../../../src/ui/parts/dom.ts"
import {
  fillPassphrase,
  readEncryption,
  renderEncryption,
  showPassphrase,
} from "../../../src/ui/popup/encryption.ts"
import { screenOf } from "../../../src/ui/popup/model.ts"
import { renderPopup } from "../../../src/ui/popup/render.ts"
import { renderRecipients } from "../../../src/ui/settings/recipients.ts"
import { keysOfCase } from "../../../src/vault/case-row.ts"
import { exportRow, model, zip } from "./rows.ts"

const words = wordsFor("zh-CN", "UTC")
const key = "age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew"
const wang: Recipient = { id: "w", label: "王律师", key, addedAt: "" }
const li: Recipient = { id: "l", label: "Li\u202e<b>", key: key.replace("age19", "age1x"), addedAt: "" }

function shown(recipients: readonly Recipient[], ofCase: readonly string[] = []): HTMLElement {
  document.body.replaceChildren(renderEncryption(words, recipients, ofCase))
  return document.body
}

const pick = (value: string) => {
  const radio = document.querySelector<HTMLInputElement>(`input[name=encryption][value=${value}]`)
  if (radio !== null) radio.checked = true
}
const enter = (first: string, again: string) => {
  const fields = document.querySelectorAll<HTMLInputElement>("input.passphrase")
  fields[0]!.value = first
  fields[1]!.value = again
}
const refusal = (code: string) => expect.objectContaining({ code }) as Error

beforeEach(() => {
  document.body.replaceChildren()
})

describe("the choice to encrypt", () => {
  test("is folded, and says no until the reader says otherwise", () => {
    const view = shown([wang])
    expect(view.querySelector("details[open]")).toBeNull()
    expect(readEncryption(view)).toBeNull()
  })

  test("is no where it is not on the screen", () => {
    expect(readEncryption(document.body)).toBeNull()
  })

  test("tells of a passphrase what it costs to lose it, beside the fields that hide it", () => {
    const view = shown([])
    expect(view.querySelector("#passphrase-lost")?.textContent).toContain("忘了就没有人能打开")
    const fields = [...view.querySelectorAll("input.passphrase")]
    expect(fields.map(field => [field.getAttribute("type"), field.getAttribute("autocomplete")])).toEqual([
      ["password", "off"],
      ["password", "off"],
    ])
  })

  test("takes a passphrase that was typed twice alike", () => {
    const view = shown([])
    pick("passphrase")
    enter("correct horse battery", "correct horse battery")
    expect(readEncryption(view)).toEqual({ by: "passphrase", passphrase: "correct horse battery" })
  })

  test.each([
    ["typed in two ways", "correct horse battery", "correct horse batterx", "export/passphrases-differ"],
    ["typed once", "correct horse battery", "", "export/passphrases-differ"],
    ["too short", "short", "short", "export/passphrase"],
    ["of other characters", "固证固证固证固证固证固证", "固证固证固证固证固证固证", "export/passphrase"],
    ["not typed", "", "", "export/passphrase"],
  ])("refuses one that is %s", (_what, first, again, code) => {
    const view = shown([])
    pick("passphrase")
    enter(first, again)
    expect(() => readEncryption(view)).toThrow(refusal(code))
  })

  test("fills in one that was made, and shows it until it is hidden again", () => {
    const view = shown([])
    pick("passphrase")
    fillPassphrase(view, "k7mq-3v9x-aaaa-bbbb-cccc")
    expect(readEncryption(view)).toEqual({ by: "passphrase", passphrase: "k7mq-3v9x-aaaa-bbbb-cccc" })
    expect(view.querySelectorAll("input.passphrase[type=text]")).toHaveLength(2)
    expect(view.querySelector<HTMLInputElement>("#passphrase-show")?.checked).toBe(true)
    showPassphrase(view, false)
    expect(view.querySelectorAll("input.passphrase[type=password]")).toHaveLength(2)
  })

  test("keeps what is typed in it through a redraw", () => {
    const view = shown([wang])
    pick("passphrase")
    enter("correct horse battery", "correct horse battery")
    showPassphrase(view, true)
    patch(view.querySelector("details")!, renderEncryption(words, [wang], []))
    expect(readEncryption(view)).toEqual({ by: "passphrase", passphrase: "correct horse battery" })
    expect(view.querySelectorAll("input.passphrase[type=text]")).toHaveLength(2)
  })

  test("takes the only key there is, and of several those that are ticked", () => {
    const one = shown([wang])
    pick("recipients")
    expect(readEncryption(one)).toEqual({ by: "recipients", recipientIds: ["w"] })
    const two = shown([wang, li])
    pick("recipients")
    expect(() => readEncryption(two)).toThrow(refusal("export/no-recipient"))
    two.querySelector<HTMLInputElement>("input[value=l]")!.checked = true
    expect(readEncryption(two)).toEqual({ by: "recipients", recipientIds: ["l"] })
  })

  test("ticks those that the case was last encrypted to, and says so; what to do stays the reader's choice", () => {
    const view = shown([wang, li], ["l", "one that is gone"])
    const ways = Array.from(view.querySelectorAll<HTMLInputElement>("input[name=encryption]"))
    expect(ways.map(({ checked }) => checked)).toEqual([true, false, false])
    pick("recipients")
    expect(readEncryption(view)).toEqual({ by: "recipients", recipientIds: ["l"] })
    const said = Array.from(view.querySelectorAll("#by-recipients li"), ({ textContent }) => textContent)
    expect(said.map(each => each.includes(words.t("encrypt.ofCase")))).toEqual([false, true])
  })

  test.each([
    ["in one case", ["a", "a"], ["l"]],
    ["in one that has none", ["b"], []],
    ["in two cases", ["a", "b"], []],
    ["in one that is gone", ["c"], []],
    ["nowhere", [], []],
  ] as const)("of a case are the keys of what is %s", (_where, inCases, keys) => {
    const row = { number: 2, name: "x", created: null, archived: null }
    const cases = [
      { ...row, id: "a", recipients: ["l"] },
      { ...row, id: "b" },
    ]
    expect(keysOfCase(cases, inCases)).toEqual(keys)
  })

  test("without a key leads to where one is added", () => {
    const view = shown([])
    pick("recipients")
    expect(view.querySelector("#recipients-open")?.getAttribute("data-act")).toBe("open-settings")
    expect(() => readEncryption(view)).toThrow(refusal("export/no-recipient"))
  })
})

describe("an export that was encrypted", () => {
  const sealed = "d".repeat(64) as typeof zip
  const fileName = "holdfast-x.zip.age"
  const done = (different: Parameters<typeof exportRow>[0]) => {
    const place = { at: "export", exportId: "x1" } as const
    const given = model({ place, exporting: exportRow({ fileName, encrypted: sealed, ...different }) })
    return renderPopup(words, given, screenOf(given)!)
  }

  test("shows the digits of the ZIP inside first, and those of the file by their own name", () => {
    const view = done({ encryption: { by: "passphrase", to: [] } })
    expect(view.querySelector("#export-done")?.getAttribute("data-sha256")).toBe(zip)
    expect(view.querySelector("#digits")?.textContent.replaceAll(" ", "")).toBe(zip)
    expect(view.querySelector("#copy")?.getAttribute("data-text")).toBe(zip)
    const titles = [...view.querySelectorAll("h3")].map(title => title.textContent)
    expect(titles).toContain("内层 ZIP 的 SHA-256 指纹（全部 64 位）")
    expect(titles).toContain("加密文件本身的 SHA-256 指纹")
    expect(view.querySelector("#encrypted")?.textContent).toContain("dddd dddd")
    expect(view.querySelector("#opening")?.textContent).toBe(`age -d -o holdfast-x.zip ${fileName}`)
  })

  test("names whose keys open it, as text", () => {
    const view = done({ encryption: { by: "recipients", to: ["王律师", li.label] } })
    const said = view.querySelector("#encrypted p")
    expect(said?.textContent).toContain("王律师 · Li")
    expect(said?.textContent).not.toContain("\u202e")
    expect(said?.querySelector("b")).toBeNull()
    expect(view.querySelector("#opening")?.textContent).toContain("-i KEY.txt")
  })
})

test("the settings show every key whole, with its owner's name as text and a button to remove it", () => {
  const view = renderRecipients(words, [wang, li])
  expect([...view.querySelectorAll(".recipient-key")].map(each => each.textContent)).toEqual([
    wang.key,
    li.key,
  ])
  expect(
    [...view.querySelectorAll("[data-recipient]")].map(each => each.getAttribute("data-recipient")),
  ).toEqual(["w", "l"])
  expect(view.querySelector("b")).toBeNull()
  expect(renderRecipients(words, []).querySelector("#no-recipients")).not.toBeNull()
})
