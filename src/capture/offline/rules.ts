/**
 * What of a page goes into a copy that stands alone: nothing that runs, loads,
 * sends or leads away. Names are compared as HTML's parser reads them, in lower
 * case, whatever name space they had in the page.
 */

/**
 * drop: it and all that it holds. sheet: its rules. meta: only by name. frame,
 * plugin: a document in it, or words. text: its letters, since as it stands a
 * parser would read them as markup.
 */
export type ElementRule = "keep" | "drop" | "sheet" | "meta" | "frame" | "plugin" | "text" | "empty"

const ELEMENTS: Readonly<Record<string, ElementRule>> = {
  ...all("drop", [
    "script",
    "template",
    "noscript",
    "noembed",
    "noframes",
    "base",
    "param",
    "track",
    "source",
  ]),
  ...all("drop", ["bgsound", "portal", "fencedframe", "webview", "controlledframe", "handler", "listener"]),
  ...all("sheet", ["link", "style"]),
  ...all("meta", ["meta"]),
  ...all("frame", ["iframe", "frame"]),
  ...all("plugin", ["object", "embed", "applet"]),
  ...all("text", ["xmp", "plaintext", "listing"]),
  // What stands in these is shown only where they cannot be.
  ...all("empty", ["video", "audio", "canvas"]),
}

export const elementRule = (name: string): ElementRule => ELEMENTS[name.toLowerCase()] ?? "keep"

/** Elements that are written under another name. */
const RENAMED: Readonly<Record<string, string>> = {
  ...{ frame: "iframe", frameset: "div", object: "iframe", embed: "iframe", applet: "iframe" },
  ...{ xmp: "pre", plaintext: "pre", listing: "pre" },
}

/** The name in the copy; one that a parser could read in another way becomes a plain element's. */
export function nameInCopy(name: string): string {
  const lower = name.toLowerCase()
  if (!/^[a-z][\w.:\u0080-\uffff-]*$/.test(lower)) return "span"
  return RENAMED[lower] ?? name
}

/**
 * drop: not written. link: an address that a click would lead to. picture: an
 * address that is loaded. css: it may hold addresses in CSS's way.
 */
export type AttributeRule = "keep" | "drop" | "link" | "picture" | "css"

const ATTRIBUTES: Readonly<Record<string, AttributeRule>> = {
  ...all("drop", [
    "src",
    "srcset",
    "sizes",
    "imagesrcset",
    "imagesizes",
    "lowsrc",
    "dynsrc",
    "poster",
    "data",
  ]),
  ...all("drop", [
    "classid",
    "codebase",
    "code",
    "archive",
    "object",
    "manifest",
    "profile",
    "longdesc",
    "cite",
  ]),
  ...all("drop", ["action", "formaction", "formtarget", "target", "ping", "download", "attributionsrc"]),
  ...all("drop", ["sandbox", "allow", "allowfullscreen", "csp", "credentialless", "http-equiv"]),
  ...all("drop", [
    "integrity",
    "nonce",
    "crossorigin",
    "referrerpolicy",
    "loading",
    "fetchpriority",
    "blocking",
  ]),
  ...all("drop", ["autoplay", "autofocus", "preload", "charset", "xml:base", "icon", "usemap"]),
  ...all("drop", ["browsingtopics", "sharedstoragewritable", "adauctionheaders", "privatetoken"]),
  ...all("picture", ["background"]),
  ...all("css", ["style"]),
  ...all("link", ["href"]),
}

/** Values that can be CSS, in SVG's presentation attributes. */
const CSS_VALUE = /\(|\\/

export function attributeRule(name: string, value: string, isHtml: boolean): AttributeRule {
  const lower = name.toLowerCase()
  if (!/^[^\s"'<>/=\0]+$/.test(lower)) return "drop"
  if (lower.startsWith("on") || /^srcdoc$|^shadowroot|^data-holdfast-/.test(lower)) return "drop"
  if (lower.endsWith(":href")) return "link"
  const rule = ATTRIBUTES[lower]
  if (rule !== undefined) return rule
  // As the parser of addresses reads it: without what it leaves out.
  if (/^(?:java|vb)script:/i.test(value.replace(/[\0-\x20]/g, ""))) return "drop"
  return !isHtml && CSS_VALUE.test(value) ? "css" : "keep"
}

const MOVES = /^(?:[cdfr]?[xyr]|width|height|opacity|transform|points|offset|stroke-dash(?:array|offset))$/i

/** Whether an element would give another an address after all, one that it has lost: an animation of SVG may. */
export const animatesMore = (name: string, attribute: string): boolean =>
  /^(?:animate|set)$/i.test(name) && !MOVES.test(attribute)

/** Meta elements that say something of the page, and make the browser do nothing. */
export const isHarmlessMeta = (name: string): boolean => name !== "" && !/^(?:referrer|holdfast-)/i.test(name)

function all<Rule extends string>(rule: Rule, names: readonly string[]): Record<string, Rule> {
  return Object.fromEntries(names.map(name => [name, rule]))
}
