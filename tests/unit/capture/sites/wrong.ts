/** What was read of a page that went wrong, held against what is right. */
import {
  type AnyValue,
  type CounterValue,
  type FieldName,
  fieldNames,
  kindOf,
  type PostFields,
  type TimeValue,
} from "../../../../src/core/post-facts/fields.ts"
import { PLANTED } from "./mutations.ts"

/** What is neither right, nor the same less exactly, nor not said. */
export const wrongIn = (fields: PostFields, right: PostFields): string[] =>
  fieldNames.flatMap(name => {
    const { value } = fields[name]
    const { value: meant, verdict } = right[name]
    // Where the page itself contradicts itself, less of it may well be one of the two.
    if (value === null || verdict === "ambiguous") return []
    // What was planted in the one place where the page says it is what the page says.
    if (JSON.stringify(value).includes(PLANTED)) return []
    if (meant !== null && isRight(name, value, meant)) return []
    return [`${name} is ${JSON.stringify(value)}, not ${JSON.stringify(meant)}`]
  })

/** The same, or the same less exactly. */
function isRight(name: FieldName, value: AnyValue, meant: AnyValue): boolean {
  switch (kindOf[name]) {
    case "name":
      return value === meant
    case "words":
      // A page that lacks a line of the post says the rest.
      return isPartOf(value as string, meant as string)
    case "address":
      return partsOf(value as string) === partsOf(meant as string)
    case "addresses":
      return (value as readonly string[]).length > 0
    case "time": {
      const [a, b] = [value as TimeValue, meant as TimeValue]
      const apart = Math.abs(Date.parse(a.at) - Date.parse(b.at)) / 1000
      return apart <= a.plusMinusSeconds + b.plusMinusSeconds
    }
    case "counter": {
      const [a, b] = [value as CounterValue, meant as CounterValue]
      return a.rounded || b.rounded ? Math.abs(a.count - b.count) <= a.count / 10 : a.count === b.count
    }
  }
}

function isPartOf(part: string, whole: string): boolean {
  let at = -1
  // Lines are not the same in what is sent and what is shown.
  return Array.from(part.replace(/\s/g, "")).every(letter => (at = whole.indexOf(letter, at + 1)) !== -1)
}

/** Sites have several addresses for one account; the last part is its name. */
const partsOf = (address: string): string => new URL(address).pathname.split("/").filter(Boolean).at(-1) ?? ""
