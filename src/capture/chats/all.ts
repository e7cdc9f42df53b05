/** The chats that are known. To add one: a file here, a line below, its pages in tests/fixtures/chats. */
import { type ChatSite } from "./chat-site.ts"

export const chatSites: readonly ChatSite[] = []
