/** Pages that went wrong in one place: what a site changes, and what an opponent or a careless reader would try. */
import { findIn } from "../../../../src/capture/unclobbered.ts"

export interface Mutation {
  readonly name: string
  /** Changes the page; answers with what puts it back. */
  readonly make: () => () => void
}

export const PLANTED = "x-another-one"

/** As many of one kind as a page is put through; spread over the whole of it. */
const MOST = 50

const spread = <T>(all: readonly T[]): readonly T[] => {
  const step = Math.max(1, Math.ceil(all.length / MOST))
  return all.filter((_each, index) => index % step === 0)
}

const nameOf = (element: Element): string =>
  `<${element.localName} class="${element.getAttribute("class") ?? ""}">`

/** Each element gone, and each without the name by which it is found. */
export function elementMutations(document: Document): Mutation[] {
  const elements = spread(findIn(document.documentElement, "body *"))
  return elements.flatMap(element => [
    {
      name: `without ${nameOf(element)}`,
      make: () => {
        const place = document.createComment("gone")
        element.replaceWith(place)
        return () => {
          place.replaceWith(element)
        }
      },
    },
    ...["class", "href", "id", "title", "datetime", "content"]
      .filter(attribute => element.hasAttribute(attribute))
      .map(attribute => ({
        name: `with another ${attribute} on ${nameOf(element)}`,
        make: () => {
          const old = element.getAttribute(attribute) ?? ""
          element.setAttribute(attribute, PLANTED)
          return () => {
            element.setAttribute(attribute, old)
          }
        },
      })),
  ])
}

const VALUE = String.raw`"(?:[^"\\]|\\.)*"|-?[\d.]+|true|false|null|undefined|[{[]`
/** JSON, wherever it stands. */
const KEY = new RegExp(String.raw`"(\w+)"\s*:\s*(${VALUE})`, "g")
/** Variables of their own: `var ct = "…"`, `window.biz = '…' || ''`. */
const VARIABLE = /(?:var\s+|window\.)(\w+)\s*=\s*((?:htmlDecode\()?(?:"[^"\n]*"|'[^'\n]*'))/g
/** Keys without quotes: `nick_name: JsDecode('…')`, `thread_id :912`. */
const BARE_KEY = /[,{\n]\s*(\w+)\s*:\s*((?:JsDecode\()?(?:"[^"\n]*"|'[^'\n]*')|\d+)/g

/** Text of the page that is data, and what puts another in its place. */
interface Data {
  readonly text: string
  readonly replace: (by: string) => void
}

/** In scripts, also escaped as a part of an address, and in attributes. */
function dataIn(document: Document): Data[] {
  const scripts = findIn(document.documentElement, "script").map((script): Data => {
    const text = script.textContent
    const isEscaped = /^\s*%7B/i.test(text)
    return {
      text: isEscaped ? decodeURIComponent(text) : text,
      replace: by => {
        script.textContent = isEscaped ? encodeURIComponent(by) : by
      },
    }
  })
  const attributes = findIn(document.documentElement, "body *").flatMap(element =>
    Array.from(element.attributes)
      .filter(({ name, value }) => name.startsWith("data-") && /^\s*\{/.test(value))
      .map(({ name, value }): Data => ({
        text: value,
        replace: by => {
          element.setAttribute(name, by)
        },
      })),
  )
  return [...scripts, ...attributes]
}

/** Each key of the page's data under another name, and each value of another kind. */
export function dataMutations(document: Document): Mutation[] {
  return dataIn(document).flatMap(({ text, replace }) => {
    const change = (name: string, index: number, length: number, by: string): Mutation => ({
      name,
      make: () => {
        replace(text.slice(0, index) + by + text.slice(index + length))
        return () => {
          replace(text)
        }
      },
    })
    return [KEY, VARIABLE, BARE_KEY].flatMap(form =>
      spread([...text.matchAll(form)]).flatMap(({ 0: pair, 1: key = "", 2: value = "", index }, number) => {
        const other = OTHERS[number % OTHERS.length] ?? ""
        return [
          change(`without the key ${key}`, index + pair.indexOf(key), key.length, "anotherKey"),
          ...(/^[{[]/.test(value)
            ? []
            : [change(`with ${other} as ${key}`, index + pair.length - value.length, value.length, other)]),
        ]
      }),
    )
  })
}

/** In the place of a value; each key is given one of them in turn. */
const OTHERS = ["{}", "-1", "[]", "null", "true", '""', "undefined"]

export const hostileWords: readonly (readonly [name: string, words: string])[] = [
  ["a text without end", "x".repeat(300_000)],
  ["marks that turn and hide", "\u202egnp.exe\u202c\u0000\u0007\ufeff"],
  ["markup", '<script>document.title = "run"</script><img src=x onerror=alert(1)>'],
  ["another page's data", '"}]};window.__INITIAL_STATE__={"note":{}};//'],
  ["an address that runs", "javascript:alert(1)"],
  ["letters of two halves", "𠮷".repeat(2000)],
  ["half a letter", "\ud800"],
]
