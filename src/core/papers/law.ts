/** A sentence of law as a paper prints it: word for word, with its title, its day, and where it was read. */
import { type InBoth, laws } from "../law/laws.ts"
import { provisions } from "../law/provisions.ts"

export interface LawSentence {
  readonly title: InBoth
  readonly article: InBoth
  /** As it stands in the source. */
  readonly text: string
  readonly inForce: string
  readonly readIn: string
}

const { title, dated, readIn } = laws.networkDefamation
const { article, text } = provisions.spread

/** Two numbers, to be set beside readings and never compared with them for the reader (law.md §1.2). */
export const spreadNumbers: LawSentence = { title, article, text, inForce: dated.on, readIn }
