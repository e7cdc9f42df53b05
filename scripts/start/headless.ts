import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { rm } from "node:fs/promises"
import { join, resolve } from "node:path"
import { pipeline } from "node:stream/promises"
import { type Driven, launch, type Viewport } from "../browsers/driver.ts"
import { grantedHosts } from "../browsers/granted.ts"
import { capture, exportAll, stampsShown } from "../browsers/use-popup.ts"
import { addAuthority } from "../browsers/use-settings.ts"
import { type Chosen } from "./browser.ts"
import { bundleFolder, temporaryFolder } from "./place.ts"
import { type StartPage } from "./page.ts"
import { words } from "./words.ts"

export interface HeadlessOptions {
  readonly chosen: Chosen
  readonly page: StartPage
  readonly out: string | null
  readonly viewport: Viewport | null
  readonly dpr: number | null
  readonly tsa: readonly string[]
  readonly say: (line: string) => void
}

/** Captures the page, exports and verifies it. Returns the exit code: 0 where it was sealed and the verifier agrees. */
export async function runHeadless({
  chosen,
  page,
  out,
  viewport,
  dpr,
  tsa,
  say,
}: HeadlessOptions): Promise<number> {
  const folder = temporaryFolder()
  const driven = await launch(chosen.target, {
    executable: chosen.executable,
    ...grantedHosts(chosen.target, resolve("dist", chosen.target), tsa, folder),
    profile: join(folder, "profile"),
    downloadDir: bundleFolder(out),
    headless: true,
    viewport: viewport ?? { width: 1280, height: 800 },
    dpr: dpr ?? 1,
  })
  try {
    say(words.browser(driven.version, chosen.executable))
    say(words.temporaryProfile(folder))
    say(words.page(page.name))
    for (const url of tsa) {
      say(words.authority(url))
      await addAuthority(driven, url)
    }
    return await verified(await bundleOf(driven, page, say), say)
  } finally {
    await driven.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

interface Bundle {
  readonly path: string
  readonly shownSha256: string
}

async function bundleOf(driven: Driven, page: StartPage, say: (line: string) => void): Promise<Bundle> {
  const tab = await driven.newPage(page.url)
  say(words.capturing)
  const { kept, popup } = await capture(driven, tab)
  say(words.item(kept.item, kept.complete))
  for (const [label, value] of kept.receipt) say(words.receiptLine(label, value))
  say(words.gaps(kept.gaps.length))
  for (const gap of kept.gaps) say(words.gap(gap))
  for (const sentence of await stampsShown(popup)) say(words.stamp(sentence))
  const exported = await exportAll(popup)
  for (const sentence of exported.stamps) say(words.stamp(sentence))
  return { path: await driven.nextDownload(600_000), shownSha256: exported.sha256 }
}

async function verified({ path, shownSha256 }: Bundle, say: (line: string) => void): Promise<number> {
  const sha256 = await sha256Of(path)
  say(words.bundle(path))
  say(words.sha256(sha256))
  if (sha256 !== shownSha256) {
    say(words.digitsDiffer(shownSha256))
    return 1
  }
  say(words.verifying)
  const run = spawnSync(process.execPath, ["scripts/run.js", "src/cli/main.ts", path], { stdio: "inherit" })
  if (run.error !== undefined) throw run.error
  const code = run.status ?? 1
  say(words.verdict(code === 0, code))
  return code
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256")
  await pipeline(createReadStream(file), hash)
  return hash.digest("hex")
}
