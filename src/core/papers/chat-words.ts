/** The words of a chat's table in the papers. Plain text. */
import type { ChatEnding } from "../chat/chat-json.ts"
import type { MessageKind } from "../chat/row.ts"

export const chatColumns = ["number", "time", "sender", "text", "place"] as const
export type ChatColumn = (typeof chatColumns)[number]

export interface ChatWords {
  readonly title: (item: string) => string
  /** What it is read from, and that the screens are what counts. */
  readonly note: string
  /** What the columns are. `path`: of the transcript, in the bundle; `zone`: of the times. */
  readonly columnsNote: (path: string, zone: string) => string
  /** In place of the table. */
  readonly missing: string
  readonly count: (messages: number) => string
  /** Of the first and the last time that could be worked out. */
  readonly range: (from: string, to: string) => string
  readonly noTimes: string
  /** `until`: a day. */
  readonly ending: (ending: ChatEnding, until: string | null) => string
  readonly recalled: (messages: number) => string
  readonly noPlace: (messages: number) => string
  readonly columns: Readonly<Record<ChatColumn, string>>
  readonly kind: Readonly<Record<Exclude<MessageKind, "text">, string>>
  /** Worked out of what is shown. */
  readonly computed: (time: string, plusMinusSeconds: number) => string
  readonly notComputed: string
  readonly notShown: string
  readonly noText: string
  readonly ownSide: string
  /** The name stands at a message above. */
  readonly namedAbove: string
  readonly replyTo: (words: string) => string
  readonly textCut: string
  /** `frame`: as in the name of its file; `y`: pixels from its upper edge. */
  readonly place: (frame: number, y: number) => string
  readonly inPart: string
  /** In no screen. */
  readonly nowhere: string
  readonly cut: (shown: number, all: number, path: string) => string
}
