/** Who wrote a message that shows no sender of its own: whoever wrote the one above, on the same side of the chat. */
import { expect, test } from "vitest"
import { type FrameRow, transcriptOf } from "../../../src/core/chat/transcript.ts"

const row = (key: string, y: number, different: Partial<FrameRow>): FrameRow => ({
  ...{ kind: "text", side: "other", continues: false, sender: null, time: null, replyTo: null },
  ...{ key, element: y, y, height: 40, text: { raw: key, where: "p" }, part: null },
  ...different,
})
const named = { sender: { raw: "张某", where: ".name" } }

test.each<readonly [what: string, second: Partial<FrameRow>, sender: string | null]>([
  ["that goes on with the one above", { continues: true }, "张某"],
  ["that may begin anew", {}, null],
  ["on the other side of the chat", { continues: true, side: "own" }, null],
  ["whose side is not known", { continues: true, side: "unknown" }, null],
])("of a message %s", (_what, second, sender) => {
  const rows = [row("a", 0, named), row("b", 40, second)]
  const frame = { path: "frames/0000.png", at: "2026-11-26T08:00:00.000Z", rows }
  const [, message] = transcriptOf([frame], { utcOffsetMinutes: 480, until: null })
  expect(message?.sender.value).toBe(sender)
})
