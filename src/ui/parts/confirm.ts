/** What cannot be undone is asked for twice: a line that opens, says what would happen, and holds the button that does it. */
import { type Attributes, el } from "./dom.ts"

export interface Confirmed {
  /** Of the line: another thing is another line, and is not open because this one was. */
  readonly id: string
  /** What opens it, with an ellipsis: nothing has happened yet. */
  readonly asked: string
  /** The same for whoever hears it and does not see beside what it stands; null where it says enough. */
  readonly named: string | null
  readonly what: string
  readonly yes: string
}

export const renderConfirm = ({ id, asked, named, what, yes }: Confirmed, act: Attributes): HTMLElement =>
  el(
    "details",
    { id, class: "confirm" },
    el("summary", { class: "button-link", "aria-label": named }, asked),
    el("p", { class: "small" }, what),
    el("button", { type: "button", class: "button-plain", ...act }, yes),
  )
