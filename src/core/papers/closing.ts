/** The last parts: how anyone can check it, what the collector declares, what the words mean. */
import { linux, posix, windows } from "../bundle/commands.ts"
import type { Block } from "./block.ts"
import type { Section } from "./contents.ts"
import type { ReportWords } from "./words.ts"

export function verifyWays(section: Section): Block[] {
  const { numbers } = section
  const { say, sayAll, inOne } = section.speaker
  const way = (
    title: "verifyPage" | "verifyWindows" | "verifyPosix",
    saidName: `${typeof title}Said`,
    lines: readonly string[],
  ): Block[] => [
    {
      kind: "heading",
      level: 2,
      said: say(({ report }) => report[title]),
      mark: inOne(({ report }) => report[title]),
    },
    ...sayAll(({ report }) => report[saidName]).map((said): Block => ({ kind: "text", said, isNote: false })),
    ...(lines.length === 0 ? [] : [{ kind: "code", lines } as const]),
  ]
  return [
    ...way("verifyPage", "verifyPageSaid", []),
    ...way("verifyWindows", "verifyWindowsSaid", [windows.zipPrint(numbers.folder)]),
    ...way("verifyPosix", "verifyPosixSaid", [
      linux.zipPrint(numbers.folder),
      linux.payloadSha256,
      linux.tags,
      posix.signature,
    ]),
    ...sayAll(({ report }) => report.verifyScope).map((said): Block => ({
      kind: "text",
      said,
      isNote: true,
    })),
  ]
}

/** Wording that a person can sign with a good conscience: what they did, and nothing of what it proves. */
export function declaration({ speaker: { say, sayAll } }: Section): Block[] {
  const blank = (name: "signature" | "identity" | "date" | "witness") =>
    say(({ report }: { readonly report: ReportWords }) => report[name])
  return [
    ...sayAll(({ report }) => report.declared).map((said): Block => ({ kind: "text", said, isNote: false })),
    { kind: "blanks", labels: [blank("signature"), blank("identity"), blank("date"), blank("witness")] },
  ]
}

export function glossary({ speaker: { sayAll } }: Section): Block[] {
  const terms = sayAll(({ report }) => report.terms.map(([term]) => term))
  const meanings = sayAll(({ report }) => report.terms.map(([, meaning]) => meaning))
  return [
    {
      kind: "facts",
      rows: terms.map((label, at) => ({ label, value: meanings[at] ?? [] })),
    },
  ]
}
