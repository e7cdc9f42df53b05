/** Access to hosts without the browser's question, which no script can answer. For tests and `npm start --tsa` alone. */
import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type LaunchOptions, type Target } from "./driver.ts"

/**
 * What to launch with, so that the extension of `extensionDir` may reach the
 * hosts of `urls`, or all of them by `<all_urls>`, and has `permissions` that the browser would ask about.
 * Chromium: a copy in `folder` whose manifest has them; the code is the same.
 * Firefox: it answers such questions with yes by itself.
 */
export function grantedHosts(
  target: Target,
  extensionDir: string,
  urls: readonly string[],
  folder: string,
  permissions: readonly string[] = [],
): Pick<LaunchOptions, "extensionDir" | "prefs"> {
  if (urls.length === 0) return { extensionDir }
  if (target === "firefox") {
    return { extensionDir, prefs: { "extensions.webextOptionalPermissionPrompts": false } }
  }
  const copy = join(folder, "extension")
  cpSync(extensionDir, copy, { recursive: true })
  const file = join(copy, "manifest.json")
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { readonly permissions: readonly string[] }
  const hosts = urls.map(url =>
    url === "<all_urls>" ? url : `${new URL(url).protocol}//${new URL(url).hostname}/*`,
  )
  writeFileSync(
    file,
    JSON.stringify({
      ...manifest,
      host_permissions: hosts,
      permissions: [...manifest.permissions, ...permissions],
    }),
  )
  return { extensionDir: copy }
}
