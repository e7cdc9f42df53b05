/** What of the items that an export was asked for is not in the bundle, line by line. */
import { type LeftOut } from "./snapshot.ts"
import { type ReadmeWords } from "./words.ts"

/** One for each item, and one for all those together that wait for the next bundle: they may be thousands. */
export function leftOutLines(leftOut: readonly LeftOut[]): readonly ((words: ReadmeWords) => string)[] {
  const next = leftOut.filter(({ reason }) => reason === "limit")
  const [first, last] = [next[0], next.at(-1)]
  return [
    ...leftOut
      .filter(({ reason }) => reason !== "limit")
      .map(left => (words: ReadmeWords) => words.leftOut(left)),
    ...(first === undefined || last === undefined
      ? []
      : [
          (words: ReadmeWords) =>
            words.leftForNext({ count: next.length, first: first.item, last: last.item }),
        ]),
  ]
}
