import { readdir, readFile } from "node:fs/promises"
import { join, relative, sep } from "node:path"
import { sorted, type Tree } from "./tree.ts"

/** Where the page names its own script: ours goes before it. */
const OWN_SCRIPT = '<script src="script.js" defer></script>'

/**
 * The practice post as a page of the extension, under `practice/`. No browser
 * puts a script into an extension's own page on demand, so the page brings ours.
 * Throws where the page does not name its own script.
 */
export async function practiceFiles(root: string): Promise<Tree> {
  const folder = join(root, "src", "practice")
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(each => each.isFile())
    .map(each => relative(folder, join(each.parentPath, each.name)).replaceAll(sep, "/"))
  const files = await Promise.all(
    names.map(
      async name => [`practice/${name}`, inExtension(name, await readFile(join(folder, name)))] as const,
    ),
  )
  return sorted(new Map(files))
}

function inExtension(name: string, bytes: Buffer): Buffer {
  if (!name.endsWith(".html")) return bytes
  // A folder of an extension has no index.
  const page = bytes.toString("utf8").replaceAll('"./"', '"index.html"')
  if (name !== "index.html") return Buffer.from(page)
  if (!page.includes(OWN_SCRIPT)) throw new Error(`src/practice/index.html does not name ${OWN_SCRIPT}`)
  return Buffer.from(
    page.replace(OWN_SCRIPT, `<script src="../content.js" defer></script>\n    ${OWN_SCRIPT}`),
  )
}
