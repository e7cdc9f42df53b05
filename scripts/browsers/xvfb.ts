/**
 * A display without a screen, and a keyboard and mouse on it: for what only
 * exists in a real window, such as browser shortcuts and the context menu.
 */
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { type Readable } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import { type Driven, type Page, type Target } from "./driver.ts"

export interface Display {
  /** To launch a browser with. */
  readonly env: Readonly<Record<string, string>>
  /** Presses keys together, as xdotool names them: "alt+shift+s", "Return". */
  key(keys: string): void
  /** In pixels of the screen. */
  click(x: number, y: number, button?: "left" | "right"): void
  /** A picture of the whole screen; needs ImageMagick. */
  screenshot(path: string): void
}

/** Runs `use` with a display of its own, on a number that is free, and takes it down afterwards. */
export async function withXvfb<T>(
  use: (display: Display) => Promise<T>,
  size = { width: 1600, height: 1200 },
): Promise<T> {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-nolisten", "tcp", "-screen", "0", `${size.width}x${size.height}x24`],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  )
  const ended = once(server, "exit")
  try {
    const name = await displayName(server.stdio[3] as Readable, ended)
    return await use(displayOf(name))
  } finally {
    server.kill()
    await ended
  }
}

async function displayName(output: Readable, ended: Promise<unknown>): Promise<string> {
  const first = once(output, "data") as Promise<[Buffer]>
  const answer = await Promise.race([first, ended.then(() => null)])
  if (answer === null) throw new Error("Xvfb did not start")
  return `:${answer[0].toString().trim()}`
}

function displayOf(name: string): Display {
  const env = { DISPLAY: name }
  const run = (program: string, args: readonly string[]) => {
    const done = spawnSync(program, args, { env: { ...process.env, ...env }, encoding: "utf8" })
    if (done.error !== undefined) throw done.error
    if (done.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${done.stderr}`)
  }
  return {
    // GTK would go to a Wayland display of the person who runs this.
    env: { ...env, GDK_BACKEND: "x11", MOZ_ENABLE_WAYLAND: "0" },
    key: keys => {
      run("xdotool", ["key", "--clearmodifiers", keys])
    },
    click(x, y, button = "left") {
      run("xdotool", ["mousemove", String(x), String(y), "click", button === "left" ? "1" : "3"])
    },
    screenshot: path => {
      run("import", ["-window", "root", path])
    },
  }
}

/** Where a point of the page (CSS pixels of the viewport) is on the screen. */
export async function onScreen(page: Page, x: number, y: number): Promise<[number, number]> {
  const [left, top, dpr] = await page.evaluate(() => {
    const at = (name: string): number => Number(Reflect.get(window, name))
    // Firefox says where its page begins; Chromium's page ends where its window does.
    return "mozInnerScreenX" in window
      ? ([at("mozInnerScreenX"), at("mozInnerScreenY"), devicePixelRatio] as const)
      : ([
          screenX + (outerWidth - innerWidth) / 2,
          screenY + outerHeight - innerHeight,
          devicePixelRatio,
        ] as const)
  })
  return [Math.round((left + x) * dpr), Math.round((top + y) * dpr)]
}

// Extension items come last in Firefox; in Chromium "View page source" and "Inspect" come after them.
const stepsUp: Readonly<Record<Target, number>> = { chrome: 3, firefox: 1 }

/** Opens the context menu at a point of the page, by the right mouse button, and chooses the extension's item. */
export async function chooseOurMenuItem(
  display: Display,
  driven: Driven,
  page: Page,
  x: number,
  y: number,
): Promise<void> {
  const [left, top] = await onScreen(page, x, y)
  display.click(left, top, "right")
  // Neither browser says when its menu is drawn; keys that come earlier go to the page.
  await sleep(1000)
  for (let step = 0; step < stepsUp[driven.target]; step++) display.key("Up")
  display.key("Return")
}
