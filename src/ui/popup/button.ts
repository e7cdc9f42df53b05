import { type Attributes, type Child, el } from "../parts/dom.ts"
import { type Act } from "./act.ts"

export type Weight = "main" | "plain" | "quiet" | "link"

/** A button that names its act. `rest` may give it an id, `disabled`, or `data-capture`. */
export const button = (act: Act, weight: Weight, rest: Attributes, ...children: readonly Child[]) =>
  el("button", { type: "button", class: `button-${weight}`, "data-act": act, ...rest }, ...children)
