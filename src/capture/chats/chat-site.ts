/**
 * A site's chat, as far as its pages are known: where a message, and each thing
 * about it, stands. An adapter is data; reading is the same for all. What is not
 * found is not found, and costs nothing else.
 */
import { type MessageKind } from "../../core/chat/row.ts"
import { type Spot } from "../sites/from-dom.ts"

export interface ChatSite {
  readonly id: string
  /** The day when its sources were read. */
  readonly version: string
  readonly hosts: readonly string[]
  /** Where one host has several programs. */
  readonly path?: RegExp
  /** Every row: messages, and lines between them. */
  readonly row: string
  /** Rows that are lines between messages. All others are messages, so that nothing that anybody wrote is taken for a day. */
  readonly line?: string
  /** Rows that stay in sight while what is around them is scrolled: they stand where that begins. */
  readonly stuck?: string
  /** Rows that are drawn beside another of the same words. */
  readonly leftOut?: string
  /** What names a message. */
  readonly key?: Spot
  readonly own?: string
  readonly other?: string
  readonly sender: readonly Spot[]
  /** Rows of which the sender is shown once, above. */
  readonly continues?: string
  readonly time: readonly Spot[]
  readonly text: readonly Spot[]
  /** Parts of a row that are no words of its own: a message that it answers, the time, the reactions. */
  readonly apart?: string
  readonly replyTo?: readonly Spot[]
  /** Parts that a message of a kind has, or what it is itself; the first kind that fits. */
  readonly kinds?: Readonly<Partial<Record<MessageKind, string>>>
}
