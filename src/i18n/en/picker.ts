/** The picker in the page, and what became of the post and the words that were chosen. */
import { plural } from "./plural.ts"

export const picker = {
  "ready.pick": "Capture, and cut out one post…",
  "ready.picking": "Opening the picker…",

  "picker.keys":
    "Point with the mouse, or press Tab for the next post. ↑ takes in more, ↓ less. Click or Enter captures, Esc cancels.",
  "picker.post": "Post",
  "picker.entry": "Entry of a list",
  "picker.box": "Scrolling area, captured to its end",
  "picker.part": "Part of the page",

  "saved.post": "Chosen post",
  "saved.postPlace": ({ x, y, width, height }: Record<"x" | "y" | "width" | "height", string>) =>
    `${width} × ${height} px, at ${x}, ${y} of the page`,
  "saved.quote": "Selected words",
  "saved.quotePlace": ({ n }: { n: number }) => `place noted in ${plural(n, "screenshot", "screenshots")}`,
} as const
