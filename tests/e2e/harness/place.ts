/** A browser of a test's own, on a profile of its own. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { type Driven, launch, type LaunchOptions, type Target } from "../../../scripts/browsers/driver.ts"
import { findBrowser } from "../../../scripts/browsers/find.ts"

/** A folder of this test's own: a profile and a downloads folder in it, removed by `clear`. */
export interface Place {
  readonly folder: string
  readonly profile: string
  readonly downloadDir: string
  clear(): void
}

export function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-e2e-"))
  return {
    folder,
    profile: join(folder, "profile"),
    downloadDir: join(folder, "downloads"),
    clear: () => {
      // A browser that has just ended may still be writing its last file.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}

/** Firefox's headless screen has 1366x768 device pixels, and a popup takes no clicks beyond it. */
const largeScreen = { MOZ_HEADLESS_WIDTH: "3840", MOZ_HEADLESS_HEIGHT: "2400" }

/**
 * Launches the built extension in a browser: headless, with an inside of
 * 1280x800 at one device pixel per CSS pixel, unless told otherwise. The same
 * place again is the same installation, with its vault.
 */
export function startIn(
  target: Target,
  place: Pick<Place, "profile" | "downloadDir">,
  options: Partial<LaunchOptions> = {},
): Promise<Driven> {
  const found = findBrowser(target)
  if (found.path === null) throw new Error(found.why)
  return launch(target, {
    executable: found.path,
    extensionDir: resolve("dist", target),
    profile: place.profile,
    downloadDir: place.downloadDir,
    headless: true,
    viewport: { width: 1280, height: 800 },
    dpr: 1,
    ...options,
    env: { ...largeScreen, ...options.env },
  })
}
