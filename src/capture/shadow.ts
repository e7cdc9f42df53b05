/** Shadow roots, closed ones too. */
import { localNameOf, namespaceOf, openRootOf, XHTML } from "./unclobbered.ts"

declare const chrome:
  { readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } } | undefined

/** The shadow root of an element, a closed one too: both browsers let an extension's script see it. */
export function shadowOf(element: Element): ShadowRoot | null {
  const open = openRootOf(element)
  if (open) return open
  if (namespaceOf(element) !== XHTML) return null
  if ("openOrClosedShadowRoot" in element) return element.openOrClosedShadowRoot as ShadowRoot | null
  // Throws for an element that can have none.
  const name = localNameOf(element)
  if (typeof chrome === "undefined" || (!name.includes("-") && !MAY_HOST.has(name))) return null
  return chrome.dom?.openOrClosedShadowRoot(element as HTMLElement) ?? null
}

// Elements other than custom ones that attachShadow takes (DOM standard, valid shadow host name).
const MAY_HOST = new Set([
  ...[
    "article",
    "aside",
    "blockquote",
    "body",
    "div",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
  ],
  ...["main", "nav", "p", "section", "span"],
])
