/** What a file says of itself, gathered within limits: how many, how long, and no control characters in a line. */
import { type Claim, type ClaimName, LONGEST_CLAIM, MOST_CLAIMS } from "../../core/imported.ts"

export interface Claims {
  /** Adds what is said; nothing, where it is no text or an empty one. */
  readonly add: (name: ClaimName, where: string, text: unknown) => void
  readonly list: () => readonly Claim[]
  readonly isFull: () => boolean
}

// Control characters and halves of characters would move what is printed after them; they stay in the file itself.
const CONTROLS = /[\p{Cs}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu

export function gatherClaims(): Claims {
  const claims: Claim[] = []
  let left = 0
  return {
    add(name, where, text) {
      if (typeof text !== "string") return
      const said = text.slice(0, LONGEST_CLAIM).replace(CONTROLS, " ").trim()
      if (said === "") return
      if (claims.length >= MOST_CLAIMS) left += 1
      else if (!claims.some(each => each.where === where && each.text === said)) {
        claims.push({ name, where, text: said })
      }
    },
    list: () => claims,
    isFull: () => left > 0,
  }
}
