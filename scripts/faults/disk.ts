/** No room: a disk that is full, and a quota. */
import { cpSync, readFileSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { newPlace } from "../../tests/e2e/harness/place.ts"
import { mountSmallDisk } from "../../tests/e2e/harness/small-disk.ts"
import { type Driven, type LaunchOptions } from "../browsers/driver.ts"
import { type Fault, type Ground, newTally } from "./fault.ts"
import { type Installation, keepPage, withInstallation } from "./installation.ts"
import { tryCapture } from "./outcome.ts"
import { paths } from "./pages.ts"
import { assess } from "./round.ts"
import { lookInto, type Seen } from "./witness.ts"

const MEGABYTE = 1 << 20
const FILLINGS = 6
/** A capture of noise takes about twice 9 MB: frames, and the page drawn from them. */
const MOST_FREE = 22 * MEGABYTE

export const diskFull: Fault = {
  name: "disk-full",
  what: "disk full at random moments of a capture (tmpfs)",
  async cause(ground) {
    const place = newPlace()
    const disk = mountSmallDisk(join(place.folder, "disk"), 600 * MEGABYTE)
    if (typeof disk === "string") return disk
    const tally = newTally()
    const outcomes: string[] = []
    try {
      await withInstallation(
        ground,
        async installation => {
          await keepPage(installation, paths.short)
          const { driven } = installation
          const page = await driven.newPage(`${ground.site.origin}${paths.noise}`)
          for (let round = 0; round < FILLINGS; round++) {
            await page.goto(`${ground.site.origin}${paths.noise}`)
            const free = ground.chance.between(MEGABYTE, MOST_FREE)
            disk.fillTo(free)
            const outcome = await tryCapture(driven, page)
            outcomes.push(outcome)
            if (outcome.startsWith("silent")) tally.broken.push(`the popup is ${outcome}`)
            const seen = await lookWhileFull(driven, disk)
            await driven.stopWorker()
            await assess(tally, installation, seen)
            ground.say(`${tally.rounds}: room for ${(free / MEGABYTE).toFixed(1)} MB: ${outcome}`)
          }
        },
        join(disk.folder, "profile"),
      )
    } finally {
      disk.remove()
      place.clear()
    }
    tally.notes.push(`the popup said: ${outcomes.join(", ")}`)
    if (!outcomes.some(isTold)) tally.broken.push("the popup never said that the disk is full")
    return tally
  },
}

/** A database may not even open on a full disk: then what it holds is looked at as soon as there is room, before anything is begun anew. */
async function lookWhileFull({ background }: Driven, disk: { readonly empty: () => void }): Promise<Seen> {
  const seen = await lookInto(background).catch((thrown: unknown) => thrown as Error)
  disk.empty()
  return seen instanceof Error ? lookInto(background) : seen
}

/** As the reason of gaps, where it was found full in the middle; as an error, where it could not be closed. */
const isTold = (outcome: string): boolean => /\bfull\b/.test(outcome)

const ROOM = 40 * MEGABYTE

export const quotaReached: Fault = {
  name: "quota",
  what: "quota reached (built without unlimitedStorage, which knows none)",
  async cause(ground) {
    const tally = newTally()
    const place = newPlace()
    const extensionDir = withoutUnlimitedStorage(ground, join(place.folder, "extension"))
    try {
      await withInstallation(
        { ...ground, options: { ...ground.options, extensionDir } },
        async installation => {
          await keepPage(installation, paths.short)
          await limitTo(installation, ROOM)
          const outcome = await fill(installation)
          const seen = await lookInto(installation.driven.background)
          await limitTo(installation, 4096 * MEGABYTE)
          await installation.driven.stopWorker()
          await assess(tally, installation, seen)
          tally.notes.push(`the popup said: ${outcome}`)
          if (!isTold(outcome)) tally.broken.push("the popup does not say that there is no room")
        },
      )
    } finally {
      place.clear()
    }
    return tally
  },
}

/** Captures until it is told that there is no room. */
async function fill({ driven, ground }: Installation): Promise<string> {
  const page = await driven.newPage(`${ground.site.origin}${paths.noise}`)
  for (let count = 0; count < 8; count++) {
    const outcome = await tryCapture(driven, page)
    ground.say(outcome)
    if (outcome !== "complete") return outcome
    await page.goto(`${ground.site.origin}${paths.noise}`)
  }
  return "complete each time"
}

/** Chromium takes it while it runs; Firefox is launched anew. */
async function limitTo(installation: Installation, bytes: number): Promise<void> {
  const { driven } = installation
  if (driven.limitStorage !== null) {
    await driven.limitStorage(bytes)
    return
  }
  await driven.close()
  const kilobytes = Math.floor(bytes / 1024)
  const prefs: LaunchOptions["prefs"] = { "dom.quotaManager.temporaryStorage.fixedLimit": kilobytes }
  await installation.again({ prefs })
}

/** The built extension, but for the one permission. Answers with its folder. */
function withoutUnlimitedStorage({ target }: Ground, folder: string): string {
  cpSync(resolve("dist", target), folder, { recursive: true })
  const file = join(folder, "manifest.json")
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { readonly permissions: readonly string[] }
  const permissions = manifest.permissions.filter(each => each !== "unlimitedStorage")
  if (permissions.length === manifest.permissions.length) throw new Error("the build has no unlimitedStorage")
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }))
  return folder
}
