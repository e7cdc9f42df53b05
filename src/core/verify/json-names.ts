/**
 * Whether an object in a JSON text names one thing twice. Programs differ in
 * which of the two they believe, and a person reads both.
 */

/** Strings, and what opens, closes and parts values; between them stand numbers, words and white space. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs

/** @param json a text that `JSON.parse` takes */
export function namesTwice(json: string): boolean {
  const open: (Set<string> | null)[] = []
  let last = ""
  for (const [token] of json.matchAll(TOKENS)) {
    if (token === "{") open.push(new Set())
    else if (token === "[") open.push(null)
    else if (token === "}" || token === "]") open.pop()
    else if (token === ":") {
      // The same name may be written in two ways, with escapes and without.
      const name = last.includes("\\") ? (JSON.parse(last) as string) : last.slice(1, -1)
      const names = open.at(-1)
      if (names?.has(name) === true) return true
      names?.add(name)
    }
    last = token
  }
  return false
}
