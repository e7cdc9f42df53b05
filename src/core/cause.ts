/**
 * What an error that is none of ours tells those who build the tool: its class,
 * and where in our own code it came from. Never its message: what a library says
 * may quote a page, a name, an address.
 */
export interface Cause {
  /** TypeError, RangeError, …; Error for a class of any other name, and for what is no error. */
  readonly name: string
  /** File, line and column, the innermost first: `workshop.js:120:7`. */
  readonly places: readonly string[]
}

const MOST_PLACES = 6
const CLASS = /^[A-Z][A-Za-z]{0,38}(?:Error|Exception)$/
/** The end of a line of a stack, in Chromium and Firefox: the file's own name, without whose it is. */
const PLACE = /([A-Za-z0-9_.-]{1,60}\.[jt]s:\d{1,7}:\d{1,7})\)?$/

export function causeOf(thrown: unknown): Cause {
  if (!(thrown instanceof Error)) return { name: "Error", places: [] }
  // The message stands at its head in Chromium, and may hold lines that look like places.
  const stack = (thrown.stack ?? "").replace(thrown.message, "")
  const lines = stack.split("\n").filter(line => /^\s*at |@/.test(line))
  const places = lines.flatMap(line => PLACE.exec(line.trim())?.[1] ?? []).slice(0, MOST_PLACES)
  return { name: CLASS.test(thrown.name) ? thrown.name : "Error", places }
}

/** In one line. */
export const causeLine = ({ name, places }: Cause): string => [name, ...places].join(" < ")
