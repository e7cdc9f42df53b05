// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest"
import { tagOf, uiLanguage } from "../../../src/platform/language.ts"
import { rememberLanguage } from "../../../src/platform/remembered-language.ts"

vi.mock("webextension-polyfill", () => ({ default: { i18n: { getUILanguage: () => "fr-CA" } } }))

beforeEach(() => {
  localStorage.clear()
  vi.unstubAllGlobals()
})

test("our pages are in the browser's language until another is chosen", () => {
  expect(uiLanguage()).toBe("fr-CA")
  rememberLanguage("zh-CN")
  expect(uiLanguage()).toBe("zh-CN")
  rememberLanguage("browser")
  expect(uiLanguage()).toBe("fr-CA")
})

test("what stands there and is no choice of ours is none", () => {
  localStorage.setItem("holdfast.language.v1", "<b>")
  expect(uiLanguage()).toBe("fr-CA")
})

test("where the browser keeps nothing for pages, nothing is remembered and nothing breaks", () => {
  vi.stubGlobal("localStorage", undefined)
  rememberLanguage("en")
  expect(uiLanguage()).toBe("fr-CA")
  expect([tagOf("en"), tagOf("browser")]).toEqual(["en", "fr-CA"])
})
