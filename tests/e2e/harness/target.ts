import { resolve } from "node:path"
import { type Target, targets } from "../../../scripts/browsers/driver.ts"

/** The browser that this run is for: TARGET in the environment, or chrome. */
export const target: Target = targetNamed(process.env.TARGET ?? "chrome")

/** The built extension for it. */
export const extensionDir = resolve("dist", target)

function targetNamed(name: string): Target {
  const found = targets.find(each => each === name)
  if (found === undefined) throw new Error(`TARGET is ${targets.join(" or ")}, not ${name}`)
  return found
}
