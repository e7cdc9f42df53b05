/** What the keys mean in the list. */
export type KeyIntent =
  { readonly go: number; readonly extends: boolean } | { readonly act: "toggle" | "all" | "open" | "leave" }

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** `at` is the row where the keyboard is, `count` how many there are, `page` how many are seen at once. Null for any other key. */
export function intentOf(pressed: Pressed, at: number, count: number, page: number): KeyIntent | null {
  const { key, shiftKey, altKey } = pressed
  const hasControl = pressed.ctrlKey || pressed.metaKey
  if (altKey || count === 0) return null
  if (key.toLowerCase() === "a" && hasControl) return { act: "all" }
  const go = (to: number): KeyIntent => ({
    go: Math.min(count - 1, Math.max(0, to)),
    extends: shiftKey,
  })
  switch (key) {
    case "ArrowDown":
      return go(at + 1)
    case "ArrowUp":
      return go(at - 1)
    case "PageDown":
      return go(at + page)
    case "PageUp":
      return go(at - page)
    case "Home":
      return go(0)
    case "End":
      return go(count - 1)
    case " ":
      return { act: "toggle" }
    case "Enter":
      return { act: "open" }
    case "Escape":
      return { act: "leave" }
    default:
      return null
  }
}
