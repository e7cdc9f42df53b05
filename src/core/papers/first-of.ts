const CONTENT_CHARACTERS = 80

/** As many characters as a cell is to hold. */
export function firstOf(text: string, most = CONTENT_CHARACTERS): string {
  const characters = Array.from(text)
  return characters.length <= most ? text : `${characters.slice(0, most).join("")}…`
}
