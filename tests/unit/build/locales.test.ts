import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { localeFiles } from "../../../scripts/build/locales.ts"

type Messages = Record<string, { message: string }>

const locales = [...localeFiles()].map(
  ([path, bytes]) => [path, JSON.parse(new TextDecoder().decode(bytes)) as Messages] as const,
)

test("the shops are told in Chinese and in English, in the browsers' names for them", () => {
  expect(locales.map(([path]) => path).sort()).toEqual([
    "_locales/en/messages.json",
    "_locales/zh_CN/messages.json",
  ])
})

test.each(locales)("%s says what the manifest asks for, and nothing else", (_path, messages) => {
  const asked = [...readFileSync("manifest.json", "utf8").matchAll(/__MSG_(\w+)__/g)].map(match => match[1])
  expect(Object.keys(messages).sort()).toEqual([...new Set(asked)].sort())
})

test.each(
  locales.flatMap(([path, messages]) =>
    (
      [
        ["extensionName", 45],
        ["extensionShortName", 12],
        ["extensionDescription", 132],
      ] as const
    ).map(([name, limit]) => [path, name, limit, messages[name]!.message] as const),
  ),
)("in %s, %s fits the shops' %i characters", (_path, _name, limit, text) => {
  expect(text.length).toBeGreaterThan(0)
  expect(text.length).toBeLessThanOrEqual(limit)
})
