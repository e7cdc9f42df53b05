/**
 * Properties as the standard defines them. On a document and on a form, an
 * element that the page calls `scrollingElement` or `parentElement` stands in
 * front of the real property, for an extension's script too.
 */

/** The document, for reading and calling: whatever elements are named, these are its own properties. */
export const page: Document = new Proxy(document, {
  get(target, name) {
    const value: unknown = Reflect.get(Document.prototype, name, target)
    return typeof value === "function" ? (value.bind(target) as unknown) : value
  },
})

export const parentOf = (element: Node): Element | null =>
  Reflect.get(Node.prototype, "parentElement", element)

/** What holds it among its children: an element or a shadow root; null for the root of a document, and of what is in none. */
export function holderOf(element: Element): Element | ShadowRoot | null {
  const holder: Node | null = Reflect.get(Node.prototype, "parentNode", element)
  return holder === null || holder.nodeType === Node.DOCUMENT_NODE ? null : (holder as Element | ShadowRoot)
}

export const isInPage = (node: Node): boolean => Reflect.get(Node.prototype, "isConnected", node)

/** The text in it as it is rendered; what is no HTML has it all. */
export const renderedIn = (element: Element): string =>
  "innerText" in element
    ? Reflect.get<HTMLElement, "innerText">(HTMLElement.prototype, "innerText", element)
    : textIn(element)

/** The elements right below it. */
export const elementsOf = (parent: Element | DocumentFragment): Element[] =>
  Array.from(
    Reflect.get<ParentNode, "children">(
      parent.nodeType === Node.ELEMENT_NODE ? Element.prototype : DocumentFragment.prototype,
      "children",
      parent,
    ),
  )

const findAll: (this: Element, selector: string) => NodeListOf<Element> = Reflect.get(
  Element.prototype,
  "querySelectorAll",
)

export const findIn = (element: Element, selector: string): Element[] =>
  Array.from(findAll.call(element, selector))

export const boxOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element)

export const isDrawn = (element: Element): boolean =>
  Element.prototype.getClientRects.call(element).length > 0

export const styleOf = (element: HTMLElement | SVGElement): CSSStyleDeclaration =>
  Reflect.get<ElementCSSInlineStyle, "style">(
    element instanceof SVGElement ? SVGElement.prototype : HTMLElement.prototype,
    "style",
    element,
  )

/** The scroller of the page. */
export const pageScroller = (): Element => page.scrollingElement ?? page.documentElement

export const pageRoot = (): HTMLElement => page.documentElement

/** The number behind a layout property: `scrollHeight`, `clientWidth`. */
export const lengthOf = (
  element: Element,
  name: "scrollWidth" | "scrollHeight" | "scrollTop" | "clientWidth" | "clientHeight",
): number => Reflect.get<Element, typeof name>(Element.prototype, name, element)

export const XHTML = "http://www.w3.org/1999/xhtml"

// Of elements in frames too, which are no instances of this document's classes; the getters do not mind.
export const isElement = (node: Node): node is Element => {
  const type: unknown = node.nodeType
  // Only what a form holds can stand in front of a property, and a form is an element.
  return type === Node.ELEMENT_NODE || typeof type !== "number"
}

/** The nodes right below it, of every kind. */
export const childrenOf = (node: Node): ArrayLike<ChildNode> =>
  Reflect.get(Node.prototype, "childNodes", node)

/** All text in it, shown or not. */
export function textIn(node: Node): string {
  const text: unknown = node.textContent
  return typeof text === "string" ? text : (Reflect.get(Node.prototype, "textContent", node) ?? "")
}

export const attributesOf = (element: Element): ArrayLike<Attr> =>
  Reflect.get(Element.prototype, "attributes", element)

export const localNameOf = (element: Element): string => Reflect.get(Element.prototype, "localName", element)

/** With its prefix, where it has one. */
export const tagNameOf = (element: Element): string => Reflect.get(Element.prototype, "tagName", element)

export const namespaceOf = (element: Element): string | null =>
  Reflect.get(Element.prototype, "namespaceURI", element)

export const openRootOf = (element: Element): ShadowRoot | null =>
  Reflect.get(Element.prototype, "shadowRoot", element)

const getAttribute: (this: Element, name: string) => string | null = Reflect.get(
  Element.prototype,
  "getAttribute",
)

export const attributeOf = (element: Element, name: string): string | null => getAttribute.call(element, name)

const closestTo: (this: Element, selector: string) => Element | null = Reflect.get(
  Element.prototype,
  "closest",
)

/** The nearest element around it that matches, itself included; out of no shadow root. */
export const closestIn = (element: Element, selector: string): Element | null =>
  closestTo.call(element, selector)

/** The computed style as values; null where the browser has no such thing. */
export function styleMapOf(element: Element): StylePropertyMapReadOnly | null {
  const read: unknown = Reflect.get(Element.prototype, "computedStyleMap")
  return typeof read === "function" ? (read.call(element) as StylePropertyMapReadOnly) : null
}

const SVG = "http://www.w3.org/2000/svg"

// No class to ask: in a frame it is another one.
export const isSvgImage = (element: Element): element is SVGImageElement =>
  localNameOf(element) === "image" && namespaceOf(element) === SVG
