import { resolve } from "node:path"
import { launch, type Viewport } from "../browsers/driver.ts"
import { type Chosen } from "./browser.ts"
import { type StartPage } from "./page.ts"
import { lastingProfile } from "./place.ts"
import { words } from "./words.ts"

export interface WindowedOptions {
  readonly chosen: Chosen
  readonly page: StartPage
  readonly out: string | null
  readonly viewport: Viewport | null
  readonly dpr: number | null
  readonly say: (line: string) => void
}

/** Opens the page in a window with the extension loaded, in the lasting profile, until the user closes it. */
export async function runWindowed({
  chosen,
  page,
  out,
  viewport,
  dpr,
  say,
}: WindowedOptions): Promise<number> {
  const profile = lastingProfile(chosen.target)
  const driven = await launch(chosen.target, {
    executable: chosen.executable,
    extensionDir: resolve("dist", chosen.target),
    profile,
    headless: false,
    viewport,
    dpr,
    ...(out === null ? {} : { downloadDir: resolve(out) }),
  })
  process.once("SIGINT", () => void driven.close())
  say(words.browser(driven.version, chosen.executable))
  say(words.lastingProfile(profile))
  say(words.page(page.name))
  if (chosen.target === "firefox") say(words.practiceOnly)
  say(words.open)
  await driven.newPage(page.url)
  await driven.ended
  return 0
}
