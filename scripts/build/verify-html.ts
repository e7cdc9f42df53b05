/**
 * verify.html: the verifier as one file that opens from a disk. Its policy lets
 * run exactly the script and the style that stand in it, by their hashes, and
 * lets it load nothing: what it is given stays on the reader's computer.
 */
import { createHash } from "node:crypto"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { build, type BuildOptions } from "esbuild"
import { en } from "../../src/i18n/en.ts"
import { zhCN } from "../../src/i18n/zh-CN.ts"

export interface VerifyHtml {
  /** What goes into the extension, and from there into every bundle. */
  readonly page: Uint8Array
  /** The same page for people who read code: it works as well, and is sealed as well. */
  readonly readable: Uint8Array
}

export async function verifyHtml(root: string, version: string): Promise<VerifyHtml> {
  const icon = await readFile(join(root, "icons/holdfast.svg"), "utf8")
  const written = async (minify: boolean) => {
    const [script, style] = await Promise.all([
      bundled(root, "src/standalone/main.ts", minify),
      bundled(root, "src/ui/verify/verify.css", minify),
    ])
    return Buffer.from(document({ script, style, icon, version }))
  }
  return { page: await written(true), readable: await written(false) }
}

/** Lower than the extension's: a court opens this in the browser that it has. */
const target = ["es2022", "chrome105", "firefox110", "safari16"]

async function bundled(root: string, entry: string, minify: boolean): Promise<string> {
  const options = {
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    target,
    minify,
    charset: "utf8",
    legalComments: "eof",
    preserveSymlinks: true,
    logLevel: "warning",
  } satisfies BuildOptions
  const { outputFiles } = await build(options)
  const text = outputFiles.map(file => file.text).join("")
  // Inside an element these would end it, or begin a comment, before the browser asks what language it is.
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${entry} cannot stand inside a page`)
  return text
}

interface Parts {
  readonly script: string
  readonly style: string
  readonly icon: string
  readonly version: string
}

function document({ script, style, icon, version }: Parts): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ")
  const tooOld = [
    `<p lang="zh-CN">${zhCN["verify.tooOld"]({ file: "verify.zh-cn.txt" })}</p>`,
    `<p lang="en">${en["verify.tooOld"]({ file: "verify.txt" })}</p>`,
  ].join("\n")
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Holdfast ${version}">
<title>${zhCN["verify.title"]} · ${en["verify.title"]}</title>
<style>${style}</style>
</head>
<body>
<header class="brand">
${drawing(icon)}
<p class="name" data-word="name">${zhCN["app.name"]} ${en["app.name"]}</p>
<div id="languages"></div>
</header>
<main id="view">
${tooOld}
</main>
<p id="status" class="only-read" role="status" aria-live="polite"></p>
<script type="module">${script}</script>
</body>
</html>
`
}

/** The drawing itself in the page: the policy lets no picture load, not even from the page. */
function drawing(icon: string): string {
  const svg = icon.slice(icon.indexOf("<svg")).replace(/<!--.*?-->\s*/gs, "")
  return svg.trim().replace("<svg", '<svg width="24" height="24" aria-hidden="true"')
}

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`
