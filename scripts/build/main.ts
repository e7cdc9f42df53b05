// Usage: npm run build [-- OUT]    OUT is dist, unless another folder is named.
import { resolve } from "node:path"
import { buildExtension } from "./build.ts"

const outDir = process.argv[2] ?? "dist"
const built = await buildExtension(process.cwd(), resolve(outDir))

for (const { browser, files, zipBytes } of built) {
  const bytes = [...files]
    .filter(([path]) => !path.endsWith(".map"))
    .reduce((sum, [, file]) => sum + file.length, 0)
  console.log(
    `${outDir}/${browser}: the built extension, source maps aside: ${kB(bytes)}; its ZIP, with them: ${kB(zipBytes)}`,
  )
}

function kB(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`
}
