import { type Attributes, type Child, el } from "../parts/dom.ts"
import { type LibraryAct } from "./act.ts"

export const button = (
  act: LibraryAct,
  weight: "main" | "plain" | "quiet" | "link",
  rest: Attributes,
  ...children: readonly Child[]
): HTMLElement =>
  el("button", { type: "button", class: `button-${weight}`, "data-act": act, ...rest }, ...children)
