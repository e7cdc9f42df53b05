import { mkdirSync, mkdtempSync } from "node:fs"
import { homedir, tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { type Target } from "../browsers/driver.ts"

/** The one profile that stays, by the custom of each system. Nothing here ever deletes it. */
export function lastingProfile(target: Target): string {
  return made(join(dataFolder(), `profile-${target}`))
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "holdfast-"))

/** Where the bundle goes: as asked, or a new temporary folder. */
export const bundleFolder = (asked: string | null): string =>
  asked === null ? temporaryFolder() : made(resolve(asked))

function dataFolder(): string {
  const home = homedir()
  if (process.platform === "darwin") return join(home, "Library/Application Support/Holdfast")
  if (process.platform === "win32") return join(process.env.LOCALAPPDATA ?? home, "Holdfast")
  return join(process.env.XDG_DATA_HOME ?? join(home, ".local/share"), "holdfast")
}

function made(folder: string): string {
  mkdirSync(folder, { recursive: true })
  return folder
}
