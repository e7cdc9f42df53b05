/**
 * Whether an object in a JSON text names one thing twice. Programs differ in
 * which of the two they believe, and a person reads both. No regular expression:
 * one that steps over strings runs out of its stack at some 10 MB of them.
 */

/** @param json a text that `JSON.parse` takes */
export function namesTwice(json: string): boolean {
  const open: (Set<string> | null)[] = []
  let string = ""
  for (let at = 0; at < json.length; at++) {
    switch (json.charAt(at)) {
      case '"': {
        const end = endOfString(json, at)
        string = json.slice(at, end + 1)
        at = end
        break
      }
      case "{":
        open.push(new Set())
        break
      case "[":
        open.push(null)
        break
      case "}":
      case "]":
        open.pop()
        break
      case ":": {
        const name = nameOf(string)
        const names = open.at(-1)
        if (names?.has(name) === true) return true
        names?.add(name)
      }
    }
  }
  return false
}

/** The same name may be written in two ways, with escapes and without. */
const nameOf = (string: string): string =>
  string.includes("\\") ? (JSON.parse(string) as string) : string.slice(1, -1)

function endOfString(json: string, from: number): number {
  let end = json.indexOf('"', from + 1)
  while (isEscaped(json, end)) end = json.indexOf('"', end + 1)
  return end
}

function isEscaped(json: string, at: number): boolean {
  let before = at - 1
  while (json[before] === "\\") before -= 1
  return (at - 1 - before) % 2 === 1
}
