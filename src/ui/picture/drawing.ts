/** What pointer, wheel and keys do on the picture. Each is a change of the model, or of where the stage is scrolled to. */
import { areaBetween, moved, type Point, resized, type Size, topmostAt } from "../../core/picture/area.ts"
import { undone, withChange, withoutShape, withShape } from "./draft.ts"
import { type Model, nextZoom } from "./model.ts"
import { keepingPlace, placeInPicture, shownZoom, stageOf } from "./place.ts"

export interface Desk {
  readonly model: () => Model
  readonly change: (part: Partial<Model>) => void
}

/** Pixels of the picture that an arrow key goes. */
const STEP = 10
/** Pixels of the window; less is a click. */
const DRAG = 4

type Held =
  | { readonly does: "pan"; readonly at: Point; readonly left: number; readonly top: number }
  | { readonly does: "draw"; readonly at: Point; readonly from: Point; readonly size: Size }

export function watchPicture(page: Document, desk: Desk): void {
  const hand: { held: Held | null } = { held: null }
  page.addEventListener("pointerdown", event => {
    const stage = stageOf(page)
    if (event.button !== 0 || stage === null || !isOn(stage, event)) return
    hand.held = takeHold(page, desk, stage, event)
    if (hand.held?.does === "draw") event.preventDefault()
    stage.focus({ preventScroll: true })
  })
  page.addEventListener("pointermove", event => {
    const { held } = hand
    if (held?.does === "pan") pan(page, held, event)
    if (held?.does === "draw" && isDrag(held, event)) desk.change({ drawing: drawn(page, held, event) })
  })
  page.addEventListener("pointerup", event => {
    const { held } = hand
    hand.held = null
    if (held === null) return
    if (isDrag(held, event)) finish(page, desk, held, event)
    else selectAt(page, desk, event)
  })
  page.addEventListener("pointercancel", () => {
    hand.held = null
    desk.change({ drawing: null })
  })
  page.addEventListener(
    "wheel",
    event => {
      const stage = stageOf(page)
      if (!event.ctrlKey || stage === null || !isOn(stage, event)) return
      event.preventDefault()
      zoomBy(page, desk, event.deltaY < 0 ? 1 : -1, { x: event.clientX, y: event.clientY })
    },
    { passive: false },
  )
  page.addEventListener("keydown", event => {
    if (pressed(page, desk, event)) event.preventDefault()
  })
}

const isOn = (stage: HTMLElement, { target }: Event): boolean =>
  target instanceof Node && stage.contains(target)

const placeOf = ({ clientX: x, clientY: y }: MouseEvent): Point => ({ x, y })

const isDrag = ({ at }: Held, event: MouseEvent): boolean =>
  Math.hypot(event.clientX - at.x, event.clientY - at.y) >= DRAG

function takeHold(page: Document, { model }: Desk, stage: HTMLElement, event: PointerEvent): Held | null {
  const { tool, content } = model()
  const at = placeOf(event)
  // A finger scrolls by itself.
  if (tool === "pan") {
    return { does: "pan", at, left: stage.scrollLeft, top: stage.scrollTop }
  }
  if (content.at !== "shown") return null
  const from = placeInPicture(page, at, content.size)
  return from === null ? null : { does: "draw", at, from, size: content.size }
}

function pan(page: Document, held: Extract<Held, { does: "pan" }>, event: PointerEvent): void {
  const stage = stageOf(page)
  if (stage === null || event.pointerType === "touch") return
  stage.scrollLeft = held.left - (event.clientX - held.at.x)
  stage.scrollTop = held.top - (event.clientY - held.at.y)
}

function drawn(page: Document, { from, size }: Extract<Held, { does: "draw" }>, event: MouseEvent) {
  const to = placeInPicture(page, placeOf(event), size)
  return to === null ? null : areaBetween(from, to, size)
}

function finish(page: Document, { model, change }: Desk, held: Held, event: PointerEvent): void {
  const { tool, draft } = model()
  if (held.does === "pan" || tool === "pan") return
  const area = drawn(page, held, event)
  change({
    drawing: null,
    ...(area === null ? {} : { draft: withShape(draft, { ...area, kind: tool, note: "" }) }),
  })
}

function selectAt(page: Document, { model, change }: Desk, event: PointerEvent): void {
  const { draft, content } = model()
  if (content.at !== "shown") return
  const at = placeInPicture(page, placeOf(event), content.size)
  change({ drawing: null, draft: { ...draft, selected: at === null ? null : topmostAt(draft.shapes, at) } })
}

/** One step; `at`: the place of the window that stays where it is. */
export function zoomBy(page: Document, { model, change }: Desk, by: 1 | -1, at: Point | null): void {
  const { content, zoom } = model()
  if (content.at !== "shown") return
  const from = zoom ?? shownZoom(page, content.width)
  zoomTo(page, { model, change }, nextZoom(from, by), at)
}

export function zoomTo(page: Document, { change }: Desk, zoom: number | null, at: Point | null = null): void {
  keepingPlace(page, at, () => {
    change({ zoom })
  })
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
}

/** Whether the key was for the picture. Single letters count on the picture alone, never in a field. */
function pressed(page: Document, desk: Desk, event: KeyboardEvent): boolean {
  const { draft, content } = desk.model()
  const { target, key } = event
  if (content.at !== "shown" || target instanceof HTMLInputElement) return false
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && key.toLowerCase() === "z") {
    desk.change({ draft: undone(draft) })
    return true
  }
  if (event.ctrlKey || event.metaKey || event.altKey || target !== stageOf(page)) return false
  const { selected } = draft
  const shape = selected === null ? undefined : draft.shapes[selected]
  const [right, down] = arrows[key] ?? [0, 0]
  if (selected !== null && shape !== undefined && (right !== 0 || down !== 0)) {
    const place = (event.shiftKey ? resized : moved)(shape, right, down, content.size)
    desk.change({ draft: withChange(draft, selected, place) })
    return true
  }
  if (selected !== null && (key === "Delete" || key === "Backspace")) {
    desk.change({ draft: withoutShape(draft, selected) })
    return true
  }
  if (selected !== null && key === "Escape") {
    desk.change({ draft: { ...draft, selected: null } })
    return true
  }
  return zoomKey(page, desk, key)
}

function zoomKey(page: Document, desk: Desk, key: string): boolean {
  if (key === "+" || key === "=") zoomBy(page, desk, 1, null)
  else if (key === "-") zoomBy(page, desk, -1, null)
  else if (key === "0") zoomTo(page, desk, null)
  else if (key === "1") zoomTo(page, desk, 100)
  else return false
  return true
}
