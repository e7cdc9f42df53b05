import { el } from "../parts/dom.ts"

export const acts = ["again", "stop"] as const
export type Act = (typeof acts)[number]

export const isAct = (name: string | undefined): name is Act => acts.some(act => act === name)

export const button = (act: Act, weight: "plain" | "quiet" | "link", text: string): HTMLElement =>
  el("button", { type: "button", id: `act-${act}`, class: `button-${weight}`, "data-act": act }, text)
