import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { codeFiles } from "./code.ts"
import { commitOf } from "./commit.ts"
import { fontFiles } from "./fonts.ts"
import { iconFiles } from "./icons.ts"
import { localeFiles } from "./locales.ts"
import { type Browser, browsers, manifestFor, type SourceManifest } from "./manifest.ts"
import { packed } from "./pack.ts"
import { practiceFiles } from "./practice.ts"
import { sha256List, sorted, type Tree, writeTree } from "./tree.ts"
import { verifyHtml } from "./verify-html.ts"

/** What a build made for one browser. */
export interface Built {
  readonly browser: Browser
  readonly files: Tree
  readonly zipBytes: number
}

/**
 * Builds the extension of the project at `root` into `outDir`: a folder and a
 * ZIP for each browser, and the verifier as a page of its own. The bytes depend on the sources and the commit alone,
 * not on the clock, the time zone, or where either folder is.
 */
export async function buildExtension(root: string, outDir: string): Promise<readonly Built[]> {
  const { version } = await readJson<{ version: string }>(join(root, "package.json"))
  const manifest = await readJson<SourceManifest>(join(root, "manifest.json"))
  const [code, icons, practice, fonts, verifier] = await Promise.all([
    codeFiles(root),
    iconFiles(root),
    practiceFiles(root),
    fontFiles(root),
    verifyHtml(root, version),
  ])
  const identity = json({ version, commit: commitOf(root) })

  const built: Built[] = []
  for (const browser of browsers) {
    const content = sorted(
      new Map([
        ...[...code].filter(([path]) => browser === "chrome" || !path.startsWith("offscreen.")),
        ...icons,
        ...practice,
        ...localeFiles(),
        ...fonts,
        ["manifest.json", json(manifestFor(manifest, browser, version))],
        ["build.json", identity],
        // An export puts it into the bundle; no page of the extension shows it.
        ["verify.html", verifier.page],
      ]),
    )
    // The list speaks of every file but itself; its own hash is the build's name in a bundle.
    const files = sorted(new Map([...content, ["files.sha256", sha256List(content)]]))
    const zip = await packed(files)
    await writeTree(join(outDir, browser), files)
    await writeFile(join(outDir, `holdfast-${browser}.zip`), zip)
    built.push({ browser, files, zipBytes: zip.byteLength })
  }
  await writeFile(join(outDir, "verify.html"), verifier.page)
  await writeFile(join(outDir, "verify.readable.html"), verifier.readable)
  return built
}

/** Our own checked-in files, so their shape is taken as it stands; tests/unit/build holds it. */
async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, "utf8")) as T
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
