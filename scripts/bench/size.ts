import { readdirSync, statSync } from "node:fs"
import { join } from "node:path"

const AIM_BYTES = 1_500_000

/** Size of a built extension, source maps aside. */
export function printSize(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(file => file.isFile())
  const bytes = files
    .filter(file => !file.name.endsWith(".map"))
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
  console.log(`  ${folder}, source maps aside: ${(bytes / 1000).toFixed(0)} kB`)
  console.log(`    aim: ${String(AIM_BYTES / 1000)} kB or less: ${bytes <= AIM_BYTES ? "met" : "not met"}`)
}
