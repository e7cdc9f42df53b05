import { createHash } from "node:crypto"

/** The two builds: Edge and Chromium take Chrome's. */
export type Browser = "chrome" | "firefox"
export const browsers: readonly Browser[] = ["chrome", "firefox"]

/** What the trimming touches of manifest.json; the rest passes through. */
export interface SourceManifest {
  readonly [field: string]: unknown
  readonly key: string
  readonly background: {
    readonly service_worker: string
    readonly scripts: readonly string[]
    readonly type: string
  }
  readonly permissions: readonly string[]
  readonly optional_permissions: readonly string[]
  readonly commands: { readonly capture: Readonly<Record<string, unknown>> }
}

// In Firefox on Linux Alt+Shift+S opens the History menu (its access key is S, in Chinese too) and never
// reaches an extension; K is no menu's key in either language.
const firefoxShortcut = { default: "Alt+Shift+K" }

// Firefox's background is a page already, and it warns of a permission that it does not know.
const chromePermissions: ReadonlySet<string> = new Set([
  "offscreen",
  "pageCapture",
  "sidePanel",
  "tabCapture",
])
// Only a listener that may block is told of the connection's certificates, and only Firefox has such listeners.
const firefoxPermissions: ReadonlySet<string> = new Set(["webRequestBlocking"])

/**
 * One manifest.json serves both browsers; this takes out what the other one
 * would warn about, and puts the version in, which is 0.0.0 in git.
 */
export function manifestFor(
  source: SourceManifest,
  browser: Browser,
  version: string,
): Record<string, unknown> {
  const {
    browser_specific_settings,
    minimum_chrome_version,
    key,
    background,
    permissions,
    optional_permissions,
    commands,
    side_panel,
    sidebar_action,
    ...shared
  } = source
  const { service_worker, scripts, ...backgroundShared } = background
  if (browser === "chrome") {
    return {
      ...shared,
      version,
      minimum_chrome_version,
      key,
      side_panel,
      background: { ...backgroundShared, service_worker },
      permissions,
      optional_permissions: optional_permissions.filter(name => !firefoxPermissions.has(name)),
      commands,
    }
  }
  return {
    ...shared,
    version,
    browser_specific_settings,
    sidebar_action,
    background: { ...backgroundShared, scripts },
    permissions: permissions.filter(name => !chromePermissions.has(name)),
    optional_permissions: optional_permissions.filter(name => !chromePermissions.has(name)),
    commands: { capture: { ...commands.capture, suggested_key: firefoxShortcut } },
  }
}

/**
 * The id that Chromium gives an extension whose manifest carries this `key`:
 * the first 16 bytes of the SHA-256 of the public key (SPKI, DER), its hex
 * digits written with the letters a to p. So the id, and with it the vault,
 * stays when the folder moves.
 */
export function chromeId(key: string): string {
  const digits = createHash("sha256").update(Buffer.from(key, "base64")).digest("hex").slice(0, 32)
  return digits.replace(/./g, digit => String.fromCharCode("a".charCodeAt(0) + parseInt(digit, 16)))
}
