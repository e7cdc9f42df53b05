import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, posix } from "node:path"
import { expect, test } from "vitest"

/** The architecture: what each part of src may import, besides itself. The README's map shows the same. */
const mayImport: Record<string, readonly string[]> = {
  core: ["@noble/curves", "@noble/hashes", "@scure/base", "@zip.js/zip.js"],
  protocol: ["core"],
  i18n: ["core"],
  capture: ["core", "html2canvas"],
  vault: ["core", "dexie"],
  platform: ["core", "protocol", "webextension-polyfill"],
  workshop: [
    "age-encryption",
    "core",
    "docx",
    "exifreader",
    "fontkit",
    "i18n",
    "mediabunny",
    "pdfkit",
    "platform",
    "postal-mime",
    "protocol",
    "uqr",
    "vault",
  ],
  background: ["core", "i18n", "platform", "protocol", "vault", "workshop"],
  content: ["capture", "core", "platform", "protocol"],
  offscreen: ["platform", "protocol", "vault", "workshop"],
  ui: ["core", "i18n", "platform", "protocol", "vault", "workshop"],
  standalone: ["platform", "ui"],
  cli: ["core", "i18n", "node:"],
}

test("the top level holds what it is meant to hold, and nothing else", () => {
  const meant = ["LICENSE", "README.md", "icons", "manifest.json", "scripts", "src", "tests", "tsconfig.json"]
  const made = ["dist", "node_modules", "screenshots"]
  const kept = readdirSync(".").filter(name => name !== ".git" && !made.includes(name))
  expect(kept.sort()).toEqual([".ci", ".gitignore", ...meant, "package-lock.json", "package.json"].sort())
})

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map(file => file.replaceAll("\\", "/"))
  .filter(file => file.endsWith(".ts"))

test.each(files)("%s imports only what its part allows", file => {
  const part = partOf(file)
  const allowed = mayImport[part]
  expect(allowed, `${part} has no entry in mayImport`).toBeDefined()

  const strangers = importsOf(file)
    .map(specifier => (specifier.startsWith(".") ? partOf(posix.join(dirname(file), specifier)) : specifier))
    .filter(target => target !== part && !allowed?.some(name => isCovered(target, name)))
  expect(strangers).toEqual([])
})

test("nothing imports an entry point", () => {
  expect(importersOf(/\/main\.ts$/)).toEqual([])
})

test("what draws pages again is in a script of its own, and in no other", () => {
  expect(importersOf(/^html2canvas$/)).toEqual(["capture/redrawn/draw.ts"])
  expect(importersOf(/\/redrawn\/draw\.ts$/)).toEqual(["content/redrawn.ts"])
})

test("only the background writes history", () => {
  const writers = importersOf(/vault\/write(-\w+)?\.ts$/).filter(file => partOf(file) !== "vault")
  expect(writers.filter(file => partOf(file) !== "background")).toEqual([])
})

test("the checker shares nothing with the writer", () => {
  const checkers = files.filter(file => file.startsWith("core/verify/") || file.startsWith("cli/"))
  const shared = checkers.flatMap(file => importsOf(file)).filter(specifier => specifier.includes("bundle/"))
  expect(checkers.length).toBeGreaterThan(0)
  expect(shared).toEqual([])
})

test("the writer shares nothing with the checker", () => {
  const writers = files.filter(file => file.startsWith("core/bundle/"))
  expect(writers.flatMap(file => importsOf(file)).filter(specifier => specifier.includes("verify/"))).toEqual(
    [],
  )
})

test("the browser is touched in platform alone", () => {
  const touching = files.filter(
    file =>
      partOf(file) !== "platform" &&
      /\b(?:chrome|browser)\.(?:tabs|runtime|scripting)\b/.test(sourceOf(file)),
  )
  expect(touching).toEqual([])
})

test("no file is over 300 lines", () => {
  expect(files.filter(file => sourceOf(file).split("\n").length > 301)).toEqual([])
})

function importersOf(ending: RegExp): string[] {
  return files.filter(file => importsOf(file).some(specifier => ending.test(specifier)))
}

function isCovered(target: string, name: string): boolean {
  return target === name || target.startsWith(name.endsWith(":") ? name : `${name}/`)
}

function partOf(file: string): string {
  return file.split("/")[0]?.replace(/\.ts$/, "") ?? ""
}

function sourceOf(file: string): string {
  return readFileSync(join("src", file), "utf8")
}

function importsOf(file: string): string[] {
  const imports = sourceOf(file).matchAll(/(?:\bfrom\s|^import\s|\bimport\()\s*"([^"]+)"/gm)
  return Array.from(imports, match => match[1] ?? "")
}
