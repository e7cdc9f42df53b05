import { type Attributes, el } from "../parts/dom.ts"

/** What the page's buttons do, by name; screen.ts does it. */
export const acts = ["cancel", "copy", "save", "print", "speak"] as const
export type Act = (typeof acts)[number]

export const isAct = (name: string | undefined): name is Act => acts.some(act => act === name)

export const button = (act: Act, weight: "plain" | "quiet" | "link", rest: Attributes, text: string) =>
  el("button", { type: "button", class: `button-${weight}`, "data-act": act, ...rest }, text)
