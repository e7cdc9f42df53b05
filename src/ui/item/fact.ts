/** One field of a post, as the page shows it: what stands there, and what is said of it. */
import {
  type AnyValue,
  type CounterValue,
  type Field,
  type FieldName,
  kindOf,
  type TimeValue,
} from "../../core/post-facts/fields.ts"
import { basisSaid, postWords } from "../../i18n/post-facts.ts"
import { type Words } from "../../i18n/words.ts"
import { inertText } from "../parts/inert-text.ts"
import { rangeSaid } from "../parts/time-range.ts"

export interface Said {
  /** Whose word it is, which the dot beside it shows. */
  readonly from: "read" | "calculated" | "none" | "ambiguous"
  readonly value: string | null
  /** What the button beside it copies; null where there is nothing to copy. */
  readonly copy: string | null
  /** The page's own words, where they are not the value; all that it says, where it contradicts itself. */
  readonly raw: readonly string[]
  readonly notes: readonly string[]
}

/** Characters of the page's words on one field: what is longer stands in post.json. */
const LONGEST = 600

export function saidOf(words: Words, name: FieldName, field: Field): Said {
  const { language } = words
  const others = (field.others ?? []).map(({ raw }) => raw)
  if (field.verdict === "not-found" || field.source === null) return NOTHING
  const source = postWords[language].fieldSource(field.source)
  const cut = (texts: readonly string[]) => [...new Set(texts)].map(text => inertText(text, LONGEST))
  if (field.value === null) {
    const raw = cut([field.raw ?? "", ...others])
    const notes = [postWords[language].fieldAmbiguous, source]
    return { from: "ambiguous", value: null, copy: null, raw, notes }
  }
  const { shown, copy, notes } = shownOf(words, name, field.value)
  const isCalculated = COMPUTED.has(kindOf[name]) && field.raw !== copy
  // The same text in other spaces would only fill the page.
  const isLong = kindOf[name] === "words" || kindOf[name] === "addresses"
  const raw = isLong ? [] : cut([...(field.raw === copy ? [] : [field.raw ?? ""]), ...others])
  return { from: isCalculated ? "calculated" : "read", value: shown, copy, raw, notes: [source, ...notes] }
}

const NOTHING: Said = { from: "none", value: null, copy: null, raw: [], notes: [] }
const COMPUTED: ReadonlySet<string> = new Set(["time", "counter", "address"])

interface Shown {
  readonly shown: string
  readonly copy: string
  readonly notes: readonly string[]
}

function shownOf(words: Words, name: FieldName, value: AnyValue): Shown {
  const { t, format, language } = words
  switch (kindOf[name]) {
    case "time": {
      const { at, plusMinusSeconds, basis } = value as TimeValue
      const range = rangeSaid(words, plusMinusSeconds)
      const shown = t("item.plusMinus", { time: format.time(at), range })
      return { shown, copy: at, notes: [t("item.basis", { basis: basisSaid(language, basis) })] }
    }
    case "counter": {
      const { count, rounded } = value as CounterValue
      const n = format.number(count)
      return { shown: rounded ? t("item.rounded", { n }) : n, copy: String(count), notes: [] }
    }
    case "addresses": {
      const addresses = value as readonly string[]
      return { shown: t("item.addresses", { n: addresses.length }), copy: addresses.join("\n"), notes: [] }
    }
    case "address":
    case "name":
    case "words": {
      const text = value as string
      return { shown: inertText(text, LONGEST), copy: text, notes: [] }
    }
  }
}
