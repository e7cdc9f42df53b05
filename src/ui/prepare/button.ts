import { type Attributes, type Child, el } from "../parts/dom.ts"
import { type PrepareAct } from "./act.ts"

export const button = (
  act: PrepareAct,
  weight: "main" | "plain" | "quiet" | "link",
  rest: Attributes,
  ...children: readonly Child[]
) => el("button", { type: "button", class: `button-${weight}`, "data-act": act, ...rest }, ...children)
