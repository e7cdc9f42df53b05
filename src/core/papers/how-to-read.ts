import { leftOutLines } from "../bundle/left-out.ts"
import { stampsSaid } from "../bundle/words.ts"
import type { Block } from "./block.ts"
import type { Section } from "./contents.ts"

/** What this is, what it can and cannot show, and where to look. */
export function howToRead({ speaker: { say, sayAll, inOne }, snapshot, numbers }: Section): Block[] {
  const { leftOut } = snapshot
  return [
    ...sayAll(({ report }) => report.howToReadIntro).map((said): Block => ({
      kind: "text",
      said,
      isNote: false,
    })),
    {
      kind: "heading",
      level: 3,
      said: say(({ readme }) => readme.limitsTitle),
      mark: inOne(({ readme }) => readme.limitsTitle),
    },
    ...sayAll(({ readme }) => readme.limits(stampsSaid(numbers))).map((said): Block => ({
      kind: "text",
      said,
      isNote: false,
    })),
    ...(snapshot.items.some(({ record }) => record.imported !== undefined)
      ? [{ kind: "text", said: say(({ readme }) => readme.importedLimit), isNote: false } as const]
      : []),
    ...(leftOut.length === 0
      ? []
      : ([
          {
            kind: "heading",
            level: 3,
            said: say(({ readme }) => readme.leftOutTitle),
            mark: inOne(({ readme }) => readme.leftOutTitle),
          },
          {
            kind: "list",
            entries: leftOutLines(leftOut).map(line => say(({ readme }) => line(readme))),
            isNumbered: false,
          },
        ] as const)),
  ]
}
