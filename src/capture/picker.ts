/**
 * The picker: the user points at one post, by the pointer or by the keys alone.
 * It is drawn before the first frame of a capture and in none: what was chosen
 * is told only when the picker is gone from the screen. Only the user's own
 * events count, as far as the browser tells them from a script's.
 */
import { type Aim, takeAim } from "./aim.ts"
import { canBeScrolled } from "./inner-scroller.ts"
import { drawOverlay, type Overlay, type PickerWords } from "./picker-overlay.ts"
import { shadowOf } from "./shadow.ts"
import { untilPainted } from "./still.ts"
import { boxOf, isInPage, page } from "./unclobbered.ts"

export type Outcome = "choosing" | "chosen" | "cancelled" | "unpainted"

export interface Picker {
  /** Shows it, in place of one that is shown. */
  readonly start: (words: PickerWords) => void
  /** How it ended; `choosing` where it has not after some seconds. */
  readonly outcome: () => Promise<Outcome>
  /** Takes it away without a choice. */
  readonly stop: () => void
}

/** Shorter than the background waits for an answer. */
const ANSWER_MS = 4_000

/** @param likely what the user may mean: it is pointed at first; null for what is nearest to the middle */
export function pickerOfPage(onChosen: (element: Element) => void, likely: () => Element | null): Picker {
  let ended = Promise.resolve<Outcome>("cancelled")
  let stop = (): void => undefined
  return {
    start(words) {
      stop()
      ended = new Promise<Element | null>(resolve => {
        stop = showPicker(words, likely(), resolve)
      }).then(async chosen => {
        if (chosen === null) return "cancelled"
        onChosen(chosen)
        return (await isGone()) ? "chosen" : "unpainted"
      })
    },
    outcome: () => Promise.race([ended, later<Outcome>("choosing")]),
    stop: () => {
      stop()
    },
  }
}

const later = <T>(value: T): Promise<T> =>
  new Promise(resolve => {
    setTimeout(() => {
      resolve(value)
    }, ANSWER_MS)
  })

/** A picture of the screen runs behind the page: four frames are drawn without the picker before one is taken. */
const isGone = async (): Promise<boolean> => (await untilPainted(true)) && (await untilPainted(true))

/** Told `onEnd` once, of what was chosen, or null. Answers with what ends it without a choice. */
function showPicker(
  words: PickerWords,
  likely: Element | null,
  onEnd: (chosen: Element | null) => void,
): () => void {
  const focused = focusedElement()
  const overlay = drawOverlay(words)
  const aim = takeAim(overlay.host, likely, element => {
    overlay.show(element, saidOf(element, words))
  })
  let isOver = false
  const end = (chosen: Element | null) => {
    if (isOver) return
    isOver = true
    stopHearing()
    overlay.remove()
    focused?.focus({ preventScroll: true })
    if (chosen === null) aim.putBack()
    onEnd(chosen)
  }
  const stopHearing = hear(overlay, aim, end)
  // The popup had the keys; they are to come here, and not to the address bar.
  window.focus()
  overlay.host.focus({ preventScroll: true })
  return () => {
    end(null)
  }
}

/** Takes the user's events before the page does. Those of the page's own scripts are left to it. */
function hear(overlay: Overlay, aim: Aim, end: (chosen: Element | null) => void): () => void {
  const ending = new AbortController()
  let rests: { readonly x: number; readonly y: number } | null = null
  let pointer: { readonly x: number; readonly y: number } | null = null
  const on = <Type extends keyof WindowEventMap>(
    types: readonly Type[],
    listener: (event: WindowEventMap[Type]) => void,
  ) => {
    const whenOurs = (event: WindowEventMap[Type]) => {
      if (!event.isTrusted) return
      // Where the page took it away, nobody sees what they choose.
      if (isInPage(overlay.host)) listener(event)
      else end(null)
    }
    for (const type of types) {
      addEventListener(type, whenOurs, { capture: true, passive: false, signal: ending.signal })
    }
  }
  const choose = () => {
    const chosen = aim.current()
    if (chosen !== null) end(chosen)
  }
  const point = ({ x, y }: { readonly x: number; readonly y: number }) => {
    pointer = { x, y }
    aim.pointAt(x, y)
  }

  on(["pointermove", "mousemove"], event => {
    event.stopImmediatePropagation()
    // Browsers tell of a pointer that rests too, when the page moves under it: the keys must not lose their choice to that.
    const rested = rests === null || (rests.x === event.screenX && rests.y === event.screenY)
    rests = { x: event.screenX, y: event.screenY }
    if (!rested) point(event)
  })
  on(
    ["pointerdown", "pointerup", "mousedown", "mouseup", "dblclick", "auxclick", "contextmenu"],
    keepFromPage,
  )
  on(["click"], event => {
    keepFromPage(event)
    point(event)
    choose()
  })
  on(["wheel"], event => {
    event.stopImmediatePropagation()
    if (event.altKey) {
      event.preventDefault()
      if (event.deltaY < 0) aim.widen()
      else aim.narrow()
    } else if (aim.scrollAt(event.x, event.y, event.deltaY)) event.preventDefault()
  })
  on(["scroll", "resize"], () => {
    overlay.follow()
    if (pointer !== null) aim.pointAt(pointer.x, pointer.y)
  })
  on(["keyup", "keypress"], event => {
    event.stopImmediatePropagation()
  })
  on(["keydown"], event => {
    // The browser's own shortcuts stay.
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    event.stopImmediatePropagation()
    const act = actOf(event, aim, choose, end)
    if (act === null) return
    event.preventDefault()
    // From here on it is the keys that point: what scrolls under the pointer is not meant.
    pointer = null
    act()
  })
  return () => {
    ending.abort()
  }
}

function keepFromPage(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function actOf(
  { key, shiftKey, repeat }: KeyboardEvent,
  aim: Aim,
  choose: () => void,
  end: (chosen: null) => void,
): (() => void) | null {
  switch (key) {
    case "Escape":
      return () => {
        end(null)
      }
    case "Enter":
      // One that is still held from the popup's button is no choice.
      return repeat ? () => undefined : choose
    case "Tab":
      return () => {
        aim.step(shiftKey ? -1 : 1)
      }
    case "ArrowRight":
      return () => {
        aim.step(1)
      }
    case "ArrowLeft":
      return () => {
        aim.step(-1)
      }
    case "ArrowUp":
      return aim.widen
    case "ArrowDown":
      return aim.narrow
    default:
      return null
  }
}

function saidOf(element: Element, words: PickerWords): string {
  const { width, height } = boxOf(element)
  const size = `${String(Math.round(width))} × ${String(Math.round(height))}`
  const kind = canBeScrolled(element)
    ? words.box
    : element.matches("article, [role=article]")
      ? words.post
      : element.matches("li, [role=listitem]")
        ? words.entry
        : words.part
  return `${kind} · ${size}`
}

/** What has the focus, in shadow roots too, so that it can have it back; null where that is the page as a whole. */
function focusedElement(): HTMLElement | null {
  let focused = page.activeElement
  for (let inner = focused; inner;) {
    focused = inner
    inner = shadowOf(inner)?.activeElement ?? null
  }
  return focused instanceof HTMLElement && focused !== page.body ? focused : null
}
