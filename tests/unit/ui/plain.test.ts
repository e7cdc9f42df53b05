// @vitest-environment happy-dom
/** On a shared computer nothing in a tab, a list of tabs or a history says what the page is. */
import "fake-indexeddb/auto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, expect, test } from "vitest"
import { type Lock } from "../../../src/core/lock.ts"
import { wordsFor } from "../../../src/i18n/words.ts"
import { plainWhereShared } from "../../../src/ui/parts/plain.ts"
import { setTitle } from "../../../src/ui/parts/title.ts"
import { startScreen } from "../../../src/ui/verify/screen.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { keepLock } from "../../../src/vault/write-options.ts"
import { newVault } from "../vault/rows.ts"

const words = wordsFor("zh-CN", "UTC")
const lock = { salt: "00", key: "00", iterations: 1, liftAskedAt: null } as unknown as Lock

beforeEach(() => {
  document.documentElement.removeAttribute("data-plain")
  document.head.innerHTML = `<title></title><link rel="icon" href="holdfast.svg">`
  document.body.innerHTML = `<main id="view"></main><p id="status"></p>`
})

const locked = async (): Promise<Vault> => {
  const vault = newVault()
  await keepLock(vault, lock)
  return vault
}
const broken = (): Promise<Vault> => {
  const vault = newVault()
  vault.close()
  return Promise.resolve(vault)
}

test.each([
  ["no lock", () => Promise.resolve(newVault()), "欢迎 · 固证", "校验证据包 · 固证"],
  ["a lock", locked, "网页存档", "网页存档"],
  ["a vault that does not say", broken, "网页存档", "网页存档"],
])("with %s, a page without a door is named, or is not", async (_what, vault, welcome, verify) => {
  await plainWhereShared(await vault(), words)
  setTitle(words, "欢迎")
  expect(document.title).toBe(welcome)
  startScreen(document, "zh-CN", {
    save: () => undefined,
    copy: () => Promise.resolve(),
    now: () => "2026-11-24T08:00:00.000Z",
  })
  expect(document.title).toBe(verify)
  const icons = Array.from(document.querySelectorAll("link[rel=icon]"), each => each.getAttribute("href"))
  expect(icons).toEqual([verify === "网页存档" ? "../icons/plain-32.png" : "holdfast.svg"])
})

const pages = readdirSync("src/ui", { recursive: true, encoding: "utf8" }).filter(file =>
  file.endsWith(".html"),
)

test.each(pages)("%s is not named before it knows whether it may be", file => {
  const [, title] = /<title>(.*)<\/title>/.exec(readFileSync(join("src/ui", file), "utf8")) ?? []
  expect(title).toBe(words.t("lock.name"))
})

test("nothing names a page of ours but what asks whether it may", () => {
  const naming = readdirSync("src/ui", { recursive: true, encoding: "utf8" })
    .filter(file => file.endsWith(".ts"))
    .filter(file => /\b(?:document|page)\.title = /.test(readFileSync(join("src/ui", file), "utf8")))
  expect(naming.sort()).toEqual(["parts/title.ts", "verify/screen.ts"])
})
