import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { promisify } from "node:util"
import JSZip from "jszip"
import { PNG } from "pngjs"
import { afterAll, beforeAll, describe, expect, test } from "vitest"

const run = promisify(execFile)
const scratch = mkdtempSync(join(tmpdir(), "holdfast-build-"))
const here = join(scratch, "here")
const again = join(scratch, "far/away/again")
const moved = join(scratch, "moved")

beforeAll(async () => {
  mkdirSync(moved)
  for (const name of ["src", "scripts", "icons", "manifest.json", "package.json", "tsconfig.json"])
    cpSync(name, join(moved, name), { recursive: true })
  symlinkSync(resolve("node_modules"), join(moved, "node_modules"))
  await Promise.all([
    build(".", here, { TZ: "UTC", LC_ALL: "C" }),
    build(".", again, { TZ: "Asia/Shanghai", LC_ALL: "C.UTF-8" }),
  ])
  await build(moved, join(moved, "dist"), { TZ: "America/St_Johns" })
}, 60_000)

afterAll(() => {
  rmSync(scratch, { recursive: true })
})

test("two builds are the same to the byte, ZIPs and all, whatever the folder and the time zone", async () => {
  const { stdout } = await run("diff", ["-r", here, again])
  expect(stdout).toBe("")
})

test("a project that lies elsewhere builds the same, but for the name of its commit", async () => {
  const apart = ["-x", "build.json", "-x", "files.sha256", "-x", "*.zip"]
  const { stdout } = await run("diff", ["-r", ...apart, here, join(moved, "dist")])
  expect(stdout).toBe("")
})

describe.each(["chrome", "firefox"] as const)("the %s build", browser => {
  const folder = join(here, browser)
  const files = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort()
  const read = (file: string) => readFileSync(join(folder, file), "utf8")
  const ending = (end: string) => files().filter(file => file.endsWith(end))

  test("has a list of its files that sha256sum agrees with", async () => {
    await run("sha256sum", ["--quiet", "--strict", "-c", "files.sha256"], { cwd: folder })
    const listed = read("files.sha256")
      .trimEnd()
      .split("\n")
      .map(line => line.slice(66))
    expect([...listed, "files.sha256"].sort()).toEqual(files())
  })

  test("is in its ZIP whole, with the manifest at the top", async () => {
    await run("unzip", ["-tq", join(here, `holdfast-${browser}.zip`)])
    const zip = await JSZip.loadAsync(readFileSync(join(here, `holdfast-${browser}.zip`)), {
      checkCRC32: true,
    })
    expect(Object.keys(zip.files).sort()).toEqual(files())
    const changed: string[] = []
    for (const file of files()) {
      const packed = await zip.file(file)!.async("nodebuffer")
      if (!packed.equals(readFileSync(join(folder, file)))) changed.push(file)
    }
    expect(changed).toEqual([])
  })

  test("has every file that its manifest and its pages name", () => {
    const manifest = read("manifest.json")
    const named = [...manifest.matchAll(/"([\w/]+\.(?:js|html|png))"/g)].map(match => match[1]!)
    const byPages = ending(".html").flatMap(page =>
      [...read(page).matchAll(/\b(?:src|href)="([^"#?]+)/g)].map(match => join(page, "..", match[1]!)),
    )
    expect(named.length).toBeGreaterThan(8)
    expect(byPages.length).toBeGreaterThan(0)
    expect([...named, ...byPages].filter(file => !files().includes(file))).toEqual([])
  })

  test("names its version and its commit", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string }
    const identity = JSON.parse(read("build.json")) as Record<string, unknown>
    expect(identity).toEqual({
      version,
      commit: expect.stringMatching(/^(?:unknown|[0-9a-f]{40,64}(?:-dirty)?)$/) as unknown,
    })
    expect((JSON.parse(read("manifest.json")) as { version: string }).version).toBe(version)
  })

  test("runs no text as code, and loads no code from elsewhere", () => {
    const makers =
      /\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(|\bimportScripts\s*\(|\bimport\s*\(\s*["'`]\w+:|<script[^>]+src=["']?(?:\w+:)?\/\//g
    const found = [...ending(".js"), ...ending(".html")].flatMap(file =>
      [...read(file).matchAll(makers)].map(match => `${file}: ${match[0]}`),
    )
    expect(found).toEqual([])
  })

  test("has a map beside every script, which names the sources and no folder of the machine", () => {
    // The practice post's own script is as it stands in the sources, and needs none.
    const made = ending(".js").filter(file => file !== "practice/script.js")
    expect(ending(".js.map")).toEqual(made.map(file => `${file}.map`))
    for (const file of ending(".map")) {
      const { sources } = JSON.parse(read(file)) as { sources: string[] }
      expect(sources.filter(source => !/^(?:\.\.\/)+(?:src|node_modules)\//.test(source))).toEqual([])
    }
    expect(files().filter(file => read(file).includes(resolve(".")))).toEqual([])
  })

  test.each([16, 24, 32, 48, 64, 96, 128])("has an icon of %i pixels that is not blank", size => {
    const image = PNG.sync.read(readFileSync(join(folder, `icons/${size}.png`)))
    expect([image.width, image.height]).toEqual([size, size])
    const opaque = image.data.filter((value, index) => index % 4 === 3 && value === 255).length
    expect(opaque / (size * size)).toBeGreaterThan(0.7)
  })
})

describe.each(["verify.html", "verify.readable.html"])("%s", name => {
  const page = () => readFileSync(join(here, name), "utf8")
  const parts = (tag: string) =>
    [...page().matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, "gs"))].map(match => match[1]!)
  const seal = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`

  test("runs the one script and the one style that stand in it, and may load nothing", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page())?.[1]
    expect([parts("script").length, parts("style").length]).toEqual([1, 1])
    expect(policy?.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${seal(parts("script")[0]!)}`,
      `style-src ${seal(parts("style")[0]!)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ])
  })

  test("outside its script names no other file, and has no handler or style in an attribute", () => {
    const [script = "", style = ""] = [parts("script")[0], parts("style")[0]]
    const rest = page().replace(script, "").replace(style, "")
    expect(rest).not.toMatch(/\s(?:src|href|style|on\w+)=/)
    expect(style).not.toMatch(/url\(|@import/)
  })

  test("holds nothing of the extension's interface", () => {
    expect(page()).not.toMatch(/webextension|\bchrome\.runtime|\bbrowser\.runtime/)
  })

  test("says in both languages where the commands are, until its script takes that place", () => {
    const [, shown = ""] = /<main id="view">(.*?)<\/main>/s.exec(page()) ?? []
    expect(shown).toMatch(/lang="zh-CN">[^<]*verify\.zh-cn\.txt/)
    expect(shown).toMatch(/lang="en">[^<]*verify\.txt/)
  })
})

test("verify.html is under a megabyte, and the same in both extensions", () => {
  const page = readFileSync(join(here, "verify.html"))
  expect(page.length).toBeLessThan(1_000_000)
  for (const browser of ["chrome", "firefox"])
    expect(readFileSync(join(here, browser, "verify.html")).equals(page)).toBe(true)
})

test("only Chromium has an offscreen document: Firefox's background is a page", () => {
  const offscreen = (browser: string) =>
    readdirSync(join(here, browser)).filter(file => file.startsWith("offscreen."))
  expect(offscreen("chrome")).toEqual(["offscreen.html", "offscreen.js", "offscreen.js.map"])
  expect(offscreen("firefox")).toEqual([])
})

test("encryption is one file, which whoever packs bundles or opens them loads when it is wanted, and holds nowhere else", () => {
  for (const browser of ["chrome", "firefox"]) {
    const scripts = readdirSync(join(here, browser), { recursive: true, encoding: "utf8" })
      .filter(file => file.endsWith(".js"))
      .map(file => [file, readFileSync(join(here, browser, file), "utf8")] as const)
    const having = (pattern: RegExp) => scripts.filter(([, text]) => pattern.test(text)).map(([file]) => file)
    expect(having(/chacha20poly1305/)).toEqual(["encrypt.js"])
    expect(having(/\bimport\("\/encrypt\.js"\)/).sort()).toEqual([
      expect.stringMatching(/^shared\/chunk-\w+\.js$/) as unknown,
      "ui/restore.js",
    ])
    expect(having(/\b(?:import|from) "\/encrypt\.js"/)).toEqual([])
  }
})

test("what draws papers is one file too, and so is the type that they are set in, with its licence", () => {
  for (const browser of ["chrome", "firefox"]) {
    const files = readdirSync(join(here, browser), { recursive: true, encoding: "utf8" })
    const having = (pattern: RegExp) =>
      files
        .filter(file => file.endsWith(".js"))
        .filter(file => pattern.test(readFileSync(join(here, browser, file), "utf8")))
    expect(having(/CIDFontType2/)).toEqual(["report.js"])
    // What unpacks a dictionary whenever it is loaded, for a kind of font that is not there.
    expect(having(/\/\/ node_modules\/brotli\//)).toEqual([])
    expect(having(/\bimport\("\/report\.js"\)/)).toEqual([
      expect.stringMatching(/^shared\/chunk-\w+\.js$/) as unknown,
    ])
    const fonts = files.filter(file => file.startsWith("fonts/")).sort()
    expect(fonts).toEqual(["fonts/noto-sans-sc.OFL.txt", "fonts/noto-sans-sc.ttf"])
    expect(readFileSync(join(here, browser, "fonts/noto-sans-sc.OFL.txt"), "utf8")).toContain(
      "SIL OPEN FONT LICENSE Version 1.1",
    )
  }
})

test("what copies recordings is one file, which is loaded when one is closed, and stands nowhere else", () => {
  for (const browser of ["chrome", "firefox"]) {
    const having = (pattern: RegExp) =>
      readdirSync(join(here, browser), { recursive: true, encoding: "utf8" })
        .filter(file => file.endsWith(".js"))
        .filter(file => pattern.test(readFileSync(join(here, browser, file), "utf8")))
    expect(having(/MatroskaMuxer/)).toEqual(["viewing.js"])
    expect(having(/\bimport\("\/viewing\.js"\)/)).toEqual([
      expect.stringMatching(/^shared\/chunk-\w+\.js$/) as unknown,
    ])
    expect(having(/\b(?:import|from) "\/viewing\.js"/)).toEqual([])
  }
})

test("what writes Word documents is one file, which is loaded when one is wanted, and stands nowhere else", () => {
  for (const browser of ["chrome", "firefox"]) {
    const having = (pattern: RegExp) =>
      readdirSync(join(here, browser), { recursive: true, encoding: "utf8" })
        .filter(file => file.endsWith(".js"))
        .filter(file => pattern.test(readFileSync(join(here, browser, file), "utf8")))
    // What is imported may be such a document, and is told by that name; its parts are written by this file alone.
    expect(having(/wordprocessingml\/2006\/main/)).toEqual(["word.js"])
    expect(having(/\bimport\("\/word\.js"\)/)).toEqual([
      expect.stringMatching(/^shared\/chunk-\w+\.js$/) as unknown,
    ])
    expect(having(/\b(?:import|from) "\/word\.js"/)).toEqual([])
  }
})

test("what the background and the pages share stands in each extension once, and age brings no code for keys that are refused", () => {
  for (const browser of ["chrome", "firefox"]) {
    const texts = readdirSync(join(here, browser), { recursive: true, encoding: "utf8" })
      .filter(file => file.endsWith(".js"))
      .map(file => readFileSync(join(here, browser, file), "utf8"))
    const count = (mark: string) => texts.filter(text => text.includes(mark)).length
    expect(
      ["// node_modules/dexie/", "// src/core/stamp/check.ts", "// node_modules/@noble/post-quantum/"].map(
        count,
      ),
    ).toEqual([1, 1, 0])
  }
})

test("a missing entry point stops the build, by name", async () => {
  rmSync(join(moved, "src/content"), { recursive: true, force: true })
  await expect(build(moved, join(moved, "dist"), {})).rejects.toThrow("src/content/main.ts is missing")
})

async function build(root: string, outDir: string, env: Record<string, string>): Promise<void> {
  const args = ["scripts/run.js", "scripts/build/main.ts", outDir]
  await run(process.execPath, args, { cwd: root, env: { ...process.env, ...env } })
}
