/** The pictures that styles name, as they were found while the page was gone through. */
import { type Arrivals } from "./arrivals.ts"
import { elementsIn, type Root } from "./elements.ts"
import { type NamedPicture, namedPicturesOf } from "./named-pictures.ts"
import { isNear, isOnPage } from "./picture-place.ts"
import { isInPage } from "./unclobbered.ts"

export interface NamedWatch {
  /** Looks at what is in the window; with `whole`, at every element. */
  readonly look: (whole: boolean) => void
  readonly all: () => readonly NamedPicture[]
  /** A frame is taken now. */
  readonly note: () => void
  /** Those that a person would see on the page, and that no frame shows as they are: they failed, they are on their way, or they came too late. */
  readonly lost: (missed: ReadonlySet<unknown>) => readonly NamedPicture[]
}

/** @param roots where to look */
export function watchNamed(roots: () => Iterable<Root>, arrivals: Arrivals): NamedWatch {
  const found = new Map<Element, readonly NamedPicture[]>()
  let wasWhole = false
  let firstNoteAt = Infinity
  let lastNoteAt = Infinity

  /** A picture that was found before stays the same, so that what is known of it stays known. */
  const find = (element: Element) => {
    const before = found.get(element) ?? []
    const now = namedPicturesOf(element)
    if (now.length === 0) found.delete(element)
    else
      found.set(
        element,
        now.map(each => before.find(other => isSame(each, other)) ?? each),
      )
  }
  const look = (whole: boolean) => {
    for (const element of found.keys()) if (!isInPage(element)) found.delete(element)
    for (const root of roots())
      for (const element of elementsIn(root)) if (whole || isNear(element)) find(element)
  }
  const all = () => [...found.values()].flat()

  return {
    look(whole) {
      // Once is enough: tiles show what stood there when the first was taken.
      if (whole && wasWhole) return
      wasWhole ||= whole
      look(whole)
    },
    all,
    note() {
      lastNoteAt = performance.now()
      firstNoteAt = Math.min(firstNoteAt, lastNoteAt)
    },
    lost(missed) {
      const known = new Set(all())
      look(true)
      const cameAfter = (picture: NamedPicture, moment: number) => (arrivals.at(picture) ?? -1) > moment
      return all().filter(picture => {
        if (!isOnPage(picture.element, false)) return false
        if (missed.has(picture) || arrivals.of(picture) !== "come") return true
        // One that no stop has seen, and that came meanwhile, may have come when its place was in no frame any more.
        return cameAfter(picture, known.has(picture) ? lastNoteAt : firstNoteAt)
      })
    },
  }
}

const isSame = (one: NamedPicture, other: NamedPicture): boolean =>
  one.property === other.property && one.pseudo === other.pseudo && one.urls.join() === other.urls.join()
