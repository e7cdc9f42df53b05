/**
 * Data that a page has under a global name, where the script that brought it is
 * gone: sites that render on the server take it away once it has run.
 *
 * The reading runs in the page's own world, so that the page can lie about it,
 * as it can about all that it shows, and a getter of its own may run. It writes
 * nothing, and what it answers is text that is parsed like any page's.
 */
import { asFields, asStringOrNull } from "../core/parse.ts"
import { browser } from "./browser.ts"
import { within } from "./limit.ts"

const LIMIT_MS = 3_000
/** UTF-16 units of all names together: it crosses two contexts. */
const MOST_TEXT = 4_000_000
const LIMITS = { text: MOST_TEXT, nodes: 200_000, depth: 40 }

/** JSON by name, of those that the page has; null for what is too much, or not to be read. Throws `capture/page-silent` where it does not answer in time. */
export async function readPageWorld(
  tabId: number,
  names: readonly string[],
): Promise<Readonly<Record<string, string | null>>> {
  const asked = browser.scripting.executeScript({
    target: { tabId },
    world: "MAIN",
    func: readNames,
    args: [names, LIMITS],
  })
  const [top] = await within(LIMIT_MS, "capture/page-silent", "the page's own world", asked)
  const told = asFields(top?.result ?? {}, "page world")
  const known = names.filter(name => Object.hasOwn(told, name))
  let room = MOST_TEXT
  const taken = (name: string): string | null => {
    const json = asStringOrNull(told[name], "page world")
    if (json === null || json.length > room) return null
    room -= json.length
    return json
  }
  return Object.fromEntries(known.map(name => [name, taken(name)]))
}

/** Runs in the page, by its source alone. Writes JSON by itself: `JSON.stringify` would call what the page names toJSON. */
function readNames(names: readonly string[], limits: typeof LIMITS): Record<string, string | null> {
  let [text, nodes] = [0, 0]
  const quoted = (words: string): string => {
    text += words.length
    if (text > limits.text) throw new RangeError("too much")
    return JSON.stringify(words)
  }
  // Counted before they are gone through: an array may be long and empty.
  const counted = <T>(parts: readonly T[]): readonly T[] => {
    nodes += parts.length
    if (nodes > limits.nodes) throw new RangeError("too much")
    return parts
  }
  const write = (value: unknown, depth: number): string => {
    if (depth > limits.depth) throw new RangeError("too much")
    if (typeof value === "string") return quoted(value)
    if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value)))
      return String(value)
    if (typeof value !== "object" || value === null) return "null"
    if (Array.isArray(value))
      return `[${counted(value)
        .map(each => write(each, depth + 1))
        .join(",")}]`
    const fields = counted(Object.keys(value)).map(key => [key, Reflect.get(value, key) as unknown] as const)
    const data = fields.filter(([, each]) => typeof each !== "function")
    return `{${data.map(([key, each]) => `${quoted(key)}:${write(each, depth + 1)}`).join(",")}}`
  }
  const found: Record<string, string | null> = {}
  for (const name of names) {
    try {
      const value: unknown = Reflect.get(globalThis, name)
      if (typeof value === "object" && value !== null) found[name] = write(value, 0)
    } catch {
      found[name] = null
    }
  }
  return found
}
