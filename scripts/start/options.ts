import { parseArgs } from "node:util"
import { authorityUrl } from "../../src/core/stamp/authority.ts"
import { type Target, targets, type Viewport } from "../browsers/driver.ts"

export interface StartOptions {
  readonly help: boolean
  /** An address, a file, or null for the practice post. */
  readonly url: string | null
  readonly headless: boolean
  /** Null: the first that is here, Chrome and its kin before Firefox. */
  readonly browser: Target | null
  readonly out: string | null
  readonly viewport: Viewport | null
  readonly dpr: number | null
  /** Time stamp authorities to switch on, by address. */
  readonly tsa: readonly string[]
}

/** Throws one line that names the argument that cannot be. */
export function startOptions(args: readonly string[]): StartOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: "boolean", default: false },
      headless: { type: "boolean", default: false },
      browser: { type: "string" },
      out: { type: "string" },
      viewport: { type: "string" },
      dpr: { type: "string" },
      tsa: { type: "string", multiple: true, default: [] },
    },
  })
  if (positionals.length > 1) throw new Error(`one page at a time, not ${positionals.join(" ")}`)
  if (values.tsa.length > 0 && !values.headless) {
    throw new Error("--tsa goes with --headless; in a window, switch one on in the extension's settings")
  }
  return {
    help: values.help,
    url: positionals[0] ?? null,
    headless: values.headless,
    browser: values.browser === undefined ? null : targetOf(values.browser),
    out: values.out ?? null,
    viewport: values.viewport === undefined ? null : viewportOf(values.viewport),
    dpr: values.dpr === undefined ? null : dprOf(values.dpr),
    tsa: values.tsa.map(authorityUrl),
  }
}

function targetOf(text: string): Target {
  const found = targets.find(each => each === text)
  if (found === undefined) throw new Error(`--browser is ${targets.join(" or ")}, not ${text}`)
  return found
}

function viewportOf(text: string): Viewport {
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(text) ?? []
  if (width === undefined || height === undefined) throw new Error(`--viewport is like 1280x800, not ${text}`)
  return { width: Number(width), height: Number(height) }
}

function dprOf(text: string): number {
  const dpr = Number(text)
  if (!(dpr >= 0.5 && dpr <= 4)) throw new Error(`--dpr is a number from 0.5 to 4, not ${text}`)
  return dpr
}
