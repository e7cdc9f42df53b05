/** The marks over a picture: a drawing of its own, in the picture's pixels, that scales with it. */
import { type Size } from "../../core/picture/area.ts"
import { type Area } from "../../core/marks.ts"
import { type Draft, type ShapeKind } from "./draft.ts"

const SVG = "http://www.w3.org/2000/svg"

/** `outline`: what the reader was sent here for, which is no mark and is kept nowhere. `drawing`: what the pointer is drawing with a tool of that kind. Readers of screens have the list of marks. */
export function renderLayer(
  size: Size,
  { shapes, selected }: Draft,
  outline: Area | null,
  drawing: { readonly area: Area; readonly kind: ShapeKind } | null,
): SVGElement {
  return svg(
    "svg",
    {
      class: "layer",
      viewBox: `0 0 ${String(size.width)} ${String(size.height)}`,
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    },
    ...(outline === null ? [] : [renderShape(outline, "box", true)]),
    ...shapes.map((shape, index) => renderShape(shape, shape.kind, index === selected)),
    ...(drawing === null ? [] : [renderShape(drawing.area, drawing.kind, true)]),
  )
}

function renderShape({ x, y, width, height }: Area, kind: ShapeKind, isSelected: boolean): SVGElement {
  const place = { x: String(x), y: String(y), width: String(width), height: String(height) }
  return svg("rect", { class: `shape shape-${kind}${isSelected ? " shape-selected" : ""}`, ...place })
}

function svg(
  tag: "svg" | "rect",
  attributes: Readonly<Record<string, string>>,
  ...children: SVGElement[]
): SVGElement {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}
