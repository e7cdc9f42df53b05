// Usage: node scripts/run.js ENTRY.ts [args…]
// Node 20 runs no TypeScript: this bundles the entry and imports the result. ENTRY is a path in this project.
import { createHash } from "node:crypto"
import { renameSync } from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build } from "esbuild"

const root = fileURLToPath(new URL("..", import.meta.url))
const [entry, ...args] = process.argv.slice(2)
if (entry === undefined) throw new Error("usage: node scripts/run.js ENTRY.ts [args…]")

const source = resolve(root, entry)
const hash = createHash("sha256").update(source).digest("hex").slice(0, 8)
const name = `${basename(dirname(source))}-${basename(source, ".ts")}-${hash}`
const outfile = join(root, `node_modules/.cache/holdfast/${name}.mjs`)
// Two runs at once may share the file, so it appears whole or not at all.
const draft = outfile.replace(/mjs$/, `${process.pid}.mjs`)
const form = { platform: "node", format: "esm", packages: "external", target: "node20", sourcemap: "inline" }
await build({ absWorkingDir: root, entryPoints: [source], bundle: true, ...form, outfile: draft })
renameSync(draft, outfile)
process.setSourceMapsEnabled(true)
process.argv = [process.argv[0] ?? "node", outfile, ...args]
await import(pathToFileURL(outfile).href)
