/** Pages in which others stand besides their post (strangers.ts): in their data, in what they show, or from before. */
import { findIn } from "../../../../src/capture/unclobbered.ts"
import { documentOf } from "./fixtures.ts"
import { type Mutation } from "./mutations.ts"
import { type Estrange, STRANGER } from "./strangers.ts"

const isEscaped = (text: string): boolean => /^\s*%7B/i.test(text)

/** The text of a script, turned; escaped as it was. */
function turnedScript(script: Element, estrange: Estrange): string {
  const text = script.textContent
  return isEscaped(text) ? encodeURIComponent(estrange(decodeURIComponent(text))) : estrange(text)
}

function strangersScripts(document: Document, estrange: Estrange): Element[] {
  return findIn(document.documentElement, "script").map(script => {
    const other = document.createElement("script")
    for (const { name, value } of Array.from(script.attributes))
      if (name !== "src") other.setAttribute(name, value)
    other.textContent = turnedScript(script, estrange)
    return other
  })
}

/** What a stranger's page shows, without its scripts. */
function strangersBody(document: Document, estrange: Estrange): Element {
  const shown = documentOf(estrange(document.documentElement.outerHTML)).body
  for (const script of findIn(shown, "script")) script.remove()
  const around = document.createElement("div")
  around.innerHTML = shown.innerHTML
  return around
}

/** Parts of the page in which more than one thing stands that tells the post, from the inside out. */
function cardsIn(document: Document, estrange: Estrange): Element[] {
  const all = findIn(document.body, "*").filter(
    element =>
      !["script", "style"].includes(element.localName) && estrange(element.outerHTML) !== element.outerHTML,
  )
  const inner = all.filter(element => !all.some(other => other !== element && element.contains(other)))
  const around = inner.flatMap(element => {
    const above: Element[] = []
    for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement)
      above.push(at)
    return above
  })
  return (
    [...new Set(around)]
      .filter(part => inner.filter(element => part.contains(element)).length > 1)
      // Of words alone there may be more in one post.
      .filter(part => estrange(part.outerHTML).includes(STRANGER))
      .slice(0, MOST_CARDS)
  )
}

const MOST_CARDS = 12

const added = (elements: readonly Element[], add: (...elements: Element[]) => void) => () => {
  add(...elements)
  return () => {
    for (const element of elements) element.remove()
  }
}

/** Data that stands beside the page's own. */
export function dataBeside(document: Document, estrange: Estrange): Mutation[] {
  const scripts = () => strangersScripts(document, estrange)
  return [
    {
      name: "a stranger's data before its own",
      make: added(scripts(), (...all) => {
        document.head.prepend(...all)
      }),
    },
    {
      name: "a stranger's data behind its own",
      make: added(scripts(), (...all) => {
        document.body.append(...all)
      }),
    },
    ...insideData(document, estrange),
  ]
}

/** What else is shown: what the page was of before, out of sight, or what is to come; and another post in the list. */
export function shownBeside(document: Document, estrange: Estrange): Mutation[] {
  const cards = cardsIn(document, estrange).map(card => {
    const around = document.createElement("div")
    around.innerHTML = estrange(card.outerHTML)
    return { card, other: around.firstElementChild ?? around }
  })
  const hidden = strangersBody(document, estrange)
  hidden.setAttribute("style", "display: none")
  const first = strangersBody(document, estrange)
  return [
    {
      name: "a stranger's page shown before its own",
      make: added([first], (...all) => {
        document.body.prepend(...all)
      }),
    },
    ...cards.flatMap(({ card, other }) => [
      {
        name: `a stranger's ${card.localName}.${card.className} before its own`,
        make: added([other], (...all) => {
          card.before(...all)
        }),
      },
      {
        name: `a stranger's ${card.localName}.${card.className} behind its own`,
        make: added([other], (...all) => {
          card.after(...all)
        }),
      },
    ]),
    {
      name: "a stranger's page out of sight behind its own",
      make: added([hidden], (...all) => {
        document.body.append(...all)
      }),
    },
  ]
}

/** The reader has gone on: the page shows, or has in its scripts, what the address does not name. */
export function leftBehind(document: Document, estrange: Estrange): Mutation[] {
  return [
    {
      name: "the data of the page before",
      make: () => {
        const scripts = findIn(document.documentElement, "script").map(script => ({
          script,
          text: script.textContent,
        }))
        for (const { script } of scripts) script.textContent = turnedScript(script, estrange)
        return () => {
          for (const { script, text } of scripts) script.textContent = text
        }
      },
    },
    {
      name: "the head of the page before",
      make: () => {
        const before = document.head.innerHTML
        const scripts = findIn(document.head, "script").map(script => script.textContent)
        document.head.innerHTML = estrange(before)
        for (const [at, script] of findIn(document.head, "script").entries())
          script.textContent = scripts[at] ?? ""
        return () => {
          document.head.innerHTML = before
        }
      },
    },
  ]
}

type Json = Record<string, unknown> | unknown[]
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null

interface Found {
  readonly before: string
  readonly value: Json
  readonly behind: string
}

/** As many ends are tried: code stands behind some of it. */
const MOST_ENDS = 12

/** The JSON that a script begins with, or gives a name; null where there is none. */
function jsonIn(text: string): Found | null {
  const from = text.search(/[[{]/)
  if (from === -1) return null
  let to = text.length
  for (let tries = 0; tries < MOST_ENDS && to > from; tries++) {
    const value = parsed(text.slice(from, to))
    if (value !== null) return { before: text.slice(0, from), value, behind: text.slice(to) }
    to = Math.max(text.lastIndexOf("}", to - 2), text.lastIndexOf("]", to - 2)) + 1
  }
  return null
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return isJson(value) ? value : null
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null
    throw thrown
  }
}

/** Names under which sites keep who reads the page. */
const READER = ["user", "currentUser", "userInfo", "loginUser", "viewer", "account", "$CONFIG", "me"]

/** In the same JSON: a stranger before each of a list, beside each under its number, and as who is signed in. */
function insideData(document: Document, estrange: Estrange): Mutation[] {
  return findIn(document.documentElement, "script").flatMap(script => {
    const text = isEscaped(script.textContent) ? decodeURIComponent(script.textContent) : script.textContent
    const found = jsonIn(text)
    if (found === null) return []
    const write = (value: unknown) => {
      const whole = found.before + JSON.stringify(value) + found.behind
      script.textContent = isEscaped(script.textContent) ? encodeURIComponent(whole) : whole
    }
    const change = (name: string, changed: () => unknown): Mutation => ({
      name,
      make: () => {
        const old = script.textContent
        write(changed())
        return () => {
          script.textContent = old
        }
      },
    })
    return [
      change("a stranger first in each list", () => besideEach(found.value, estrange, true)),
      change("a stranger last in each list", () => besideEach(found.value, estrange, false)),
      change("a stranger who is signed in", () => signedIn(found.value, estrange)),
    ]
  })
}

const turned = (value: unknown, estrange: Estrange): unknown => JSON.parse(estrange(JSON.stringify(value)))

function besideEach(value: unknown, estrange: Estrange, isFirst: boolean): unknown {
  if (Array.isArray(value)) {
    const inner = value.map(each => besideEach(each, estrange, isFirst))
    // Pieces of one text, or of one page's layout, are no list of posts.
    const [first] = value as unknown[]
    const isOfPosts = isJson(first) && !Array.isArray(first) && JSON.stringify(first).length > 200
    if (!isOfPosts) return inner
    const other = turned(first, estrange)
    if (JSON.stringify(other) === JSON.stringify(first)) return inner
    return isFirst ? [other, ...inner] : [...inner, other]
  }
  if (!isJson(value)) return value
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [
    key,
    // Who stands there besides wrote the post as well.
    key === "actors" ? each : besideEach(each, estrange, isFirst),
  ])
  const strangers = Object.entries(value)
    .filter(([key, each]) => isJson(each) && estrange(key) !== key)
    .map(([key, each]): [string, unknown] => [estrange(key), turned(each, estrange)])
  return Object.fromEntries(isFirst ? [...strangers, ...entries] : [...entries, ...strangers])
}

/** The first object that has a name in it, turned, as whoever reads the page: at the top, and in what stands there. */
function signedIn(value: Json, estrange: Estrange): unknown {
  const person = personIn(value)
  if (person === null) return value
  const other = turned(person, estrange)
  const add = (into: unknown, depth: number): unknown => {
    if (!isJson(into) || Array.isArray(into) || isOfPost(into, estrange)) return into
    const readers = READER.filter(key => !Object.hasOwn(into, key)).map((key): [string, unknown] => [
      key,
      other,
    ])
    const inner = Object.entries(into).map(([key, each]): [string, unknown] => [
      key,
      depth === 0 || estrange(key) !== key ? each : add(each, depth - 1),
    ])
    return Object.fromEntries([...readers, ...inner])
  }
  return add(value, 2)
}

/** A post's own `user` is its author: beside its words and numbers stands nobody who reads it. */
const isOfPost = (value: object, estrange: Estrange): boolean =>
  Object.values(value).some(each => {
    const said = isJson(each) || each === undefined ? "" : JSON.stringify(each)
    return estrange(said) !== said
  })

function personIn(value: unknown): Json | null {
  if (!isJson(value)) return null
  const keys = Object.keys(value)
  if (keys.some(key => /^(?:nickname|screen_?name|uname|name|nick_?name|username)$/i.test(key))) return value
  for (const inner of Object.values(value)) {
    const found = personIn(inner)
    if (found !== null) return found
  }
  return null
}
