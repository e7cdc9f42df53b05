/** The transcript of a chat on its way from the vault to the papers. */
import "fake-indexeddb/auto"
import { beforeEach, expect, test, vi } from "vitest"
import { CHAT_JSON } from "../../../src/core/chat/chat-json.ts"
import { readForPreview } from "../../../src/workshop/preview-papers.ts"
import { resetScene } from "../background/browser.ts"
import { exampleChat } from "../papers/example-chat.ts"
import { capture, installation } from "../restore/world.ts"

vi.mock("webextension-polyfill", async () => ({
  default: (await import("../background/browser.ts")).fakeBrowser,
}))

beforeEach(resetScene)

const chat = exampleChat()
const written = JSON.stringify(chat)

test.each<readonly [what: string, content: string | null, read: typeof chat | undefined]>([
  ["a transcript", written, chat],
  ["one that is cut off", written.slice(0, 400), undefined],
  ["one whose count is another", JSON.stringify({ ...chat, count: 8 }), undefined],
  ["none", null, undefined],
])(
  "of an item with %s the papers have what can be read, and the item goes along",
  async (_what, content, read) => {
    const here = await installation()
    const row = await capture(here, undefined, undefined, content === null ? [] : [[CHAT_JSON, content]])
    const [only, ...others] = await readForPreview(here.vault, [row], false)
    expect(others).toEqual([])
    expect(only?.item.chat).toEqual(read)
    expect(only?.item.files.map(({ path }) => path)).toContain("text.txt")
  },
)
