/**
 * The data that a page was sent with, out of the text of its scripts. Nothing of
 * the page's is run; what is no data is left alone. Some pages take a script
 * away once it has run: its names are wanted then, and may be given from the
 * page's own world, as JSON that is trusted no more than the page.
 */
import { readLiteral } from "../../core/post-facts/literal.ts"
import { attributeOf, findIn, textIn } from "../unclobbered.ts"

export interface PageData {
  /** The JSON in the script with this id; undefined where there is none. Escaped as a part of an address, it is read all the same. */
  readonly byId: (id: string) => unknown
  /** The JSON of all scripts of a type, such as `application/ld+json`. */
  readonly ofType: (type: string) => readonly unknown[]
  /** What scripts give a name: `window.NAME = …`, `var NAME = …`. One for each place where they do; where none does, what was given. */
  readonly assigned: (name: string) => readonly unknown[]
  /** The names that were asked for and that no script has. */
  readonly wanted: () => readonly string[]
  /** The scripts themselves, for patterns of a site's own. */
  readonly texts: () => readonly string[]
}

/** UTF-16 units: of one script, and of all. */
const LONGEST_SCRIPT = 8_000_000
const LONGEST_TOGETHER = 32_000_000
const MOST_SCRIPTS = 500
const MOST_PLACES = 8

interface Script {
  readonly id: string
  readonly type: string
  readonly text: string
}

/** What the page's own world has under names that no script has: JSON by name. */
export type PageWorld = Readonly<Record<string, string>>

/**
 * @param checkTime throws when the time that reading may take is over
 * @param world stands in for scripts that are gone
 */
export function dataOf(root: Element, checkTime: () => void, world: PageWorld): PageData {
  const wanted = new Set<string>()
  let known: readonly Script[] | null = null
  const scripts = () => (known ??= scriptsIn(root))
  const values = <T>(of: readonly T[], read: (item: T) => unknown): readonly unknown[] =>
    of
      .map(item => {
        checkTime()
        return read(item)
      })
      .filter(value => value !== undefined)
  const code = () => scripts().filter(({ type }) => isCode(type))
  return {
    byId: id =>
      values(
        scripts()
          .filter(script => script.id === id)
          .slice(0, 1),
        jsonIn,
      )[0],
    ofType: type =>
      values(
        scripts().filter(script => script.type === type),
        jsonIn,
      ),
    assigned: name => {
      const found = values(
        code().flatMap(({ text }) => placesOf(name, text).map(at => ({ text, at }))),
        ({ text, at }) => valueAt(text, at),
      )
      if (found.length > 0) return found
      wanted.add(name)
      return values(Object.hasOwn(world, name) ? [world[name] ?? ""] : [], text => valueAt(text, 0))
    },
    wanted: () => Array.from(wanted),
    texts: () => code().map(({ text }) => text),
  }
}

function scriptsIn(root: Element): Script[] {
  const found: Script[] = []
  let room = LONGEST_TOGETHER
  for (const element of findIn(root, "script").slice(0, MOST_SCRIPTS)) {
    const text = textIn(element)
    if (text === "" || text.length > LONGEST_SCRIPT || text.length > room) continue
    room -= text.length
    found.push({
      id: attributeOf(element, "id") ?? "",
      type: (attributeOf(element, "type") ?? "").trim().toLowerCase(),
      text,
    })
  }
  return found
}

const isCode = (type: string): boolean =>
  type === "" || type === "module" || /^(?:text|application)\/(?:x-)?(?:java|ecma)script$/.test(type)

function jsonIn({ text }: Script): unknown {
  const trimmed = text.trim()
  const json = /^%7B|^%5B/i.test(trimmed) ? unescaped(trimmed) : trimmed
  const literal = json === null ? null : readLiteral(json, 0)
  return literal !== null && json?.slice(literal.end).trim() === "" ? literal.value : undefined
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch (thrown) {
    if (thrown instanceof URIError) return null
    throw thrown
  }
}

/** Right behind each `NAME =` that begins a statement. */
function placesOf(name: string, text: string): number[] {
  const found: number[] = []
  for (
    let at = text.indexOf(name);
    at !== -1 && found.length < MOST_PLACES;
    at = text.indexOf(name, at + 1)
  ) {
    const before =
      /(?:^|[;\n{}(,])\s*(?:(?:var|let|const)\s+|(?:window|self|globalThis)(?:\.|\["|\['))?$/.exec(
        text.slice(Math.max(0, at - 60), at),
      )
    const after = /^(?:"\]|'\])?\s*=(?!=)\s*/.exec(text.slice(at + name.length, at + name.length + 60))
    if (before !== null && after !== null) found.push(at + name.length + after[0].length)
  }
  return found
}

/** A literal, one in round brackets, or one that JSON.parse is called on. */
function valueAt(text: string, at: number): unknown {
  const [opening = ""] = /^(?:JSON\.parse)?\(\s*/.exec(text.slice(at, at + 40)) ?? []
  const literal = readLiteral(text, at + opening.length)
  if (literal === null) return undefined
  if (!opening.startsWith("JSON") || typeof literal.value !== "string") return literal.value
  return readLiteral(literal.value, 0)?.value
}
