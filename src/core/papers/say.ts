/** Saying a thing in the languages of a paper: one, or both, of which one leads. */
import type { PaperWords } from "../bundle/words.ts"
import type { BothWords } from "../bundle/readme-parts.ts"
import type { Line, Said, Tone } from "./block.ts"
import type { ReportLanguage } from "./wanted.ts"

export interface Speaker {
  /** BCP 47, of the language that leads. */
  readonly tag: "zh-CN" | "en"
  readonly say: (pick: (words: PaperWords) => string, tone?: Tone) => Said
  /** Paragraphs: each in the leading language, with the other one after it. */
  readonly sayAll: (pick: (words: PaperWords) => readonly string[]) => Said[]
  /** In one line, for bookmarks and edges of a sheet. */
  readonly inOne: (pick: (words: PaperWords) => string, between?: string) => string
}

export function speaker({ zh, en }: BothWords, language: ReportLanguage): Speaker {
  const leading = language === "en" ? en : zh
  const other = language === "both" ? [en] : []
  const say = (pick: (words: PaperWords) => string, tone: Tone = "plain"): Said => [
    { text: pick(leading), tone },
    ...other.map((words): Line => ({ text: pick(words), tone: "soft" })),
  ]
  return {
    tag: language === "en" ? "en" : "zh-CN",
    say,
    sayAll: pick => {
      const others = other.map(pick)
      return pick(leading).map((text, at) => [
        { text, tone: "plain" },
        ...others.flatMap((said): Line[] => {
          const same = said[at]
          return same === undefined ? [] : [{ text: same, tone: "soft" }]
        }),
      ])
    },
    inOne: (pick, between = " · ") => [leading, ...other].map(pick).join(between),
  }
}

/** What is the same in every language: names, numbers, text of pages that was made safe to show. */
export const plain = (text: string): Said => [{ text, tone: "plain" }]
export const soft = (text: string): Said => [{ text, tone: "soft" }]
export const code = (text: string): Said => [{ text, tone: "code" }]

/** 64 digits in groups of 8, to be compared by eye. */
export const inEights = (digits: string): string => digits.replaceAll(/(.{8})(?=.)/g, "$1 ")

/** `e001` as screens say it. */
export const itemLabel = (item: string): string => item.replace(/^e/, "E-")
