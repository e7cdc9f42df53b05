/** A sentence of law as a paper prints it: word for word, with its title, its day, and where it was read. */
import { type InBoth, type Law, laws } from "../law/laws.ts"
import { type Provision, type ProvisionName, provisions } from "../law/provisions.ts"

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

/** A provision with the law that it stands in. */
export type LawQuote = Pick<Provision, "article" | "text" | "about"> & Pick<Law, "title" | "dated">

/** Of any provision that was read. */
export function lawQuote(name: ProvisionName): LawQuote {
  const provision: Provision = provisions[name]
  const law: Law = laws[provision.law]
  return { ...provision, title: law.title, dated: law.dated }
}
