/** Chats, each captured whole: every message once and in order, each in the pixels that the transcript says. */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type ChatFile, parseChatFile } from "../../src/core/chat/chat-json.ts"
import {
  chatPage,
  GENERIC_MARKUP,
  LOADS_OLDER,
  madeChat,
  type MadeMessage,
  SLIDES,
  VIRTUAL,
} from "./harness/chat-page.ts"
import { openPopup, type Page } from "../../scripts/browsers/driver.ts"
import { type Kept, untilKept } from "../../scripts/browsers/use-popup.ts"
import { type Bundle, exportBundle, folderName, gapName, type Item, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { hexColour, type Picture, readPicture } from "./harness/picture.ts"
import { sharedRows } from "./harness/shared.ts"
import { siteChats as allSiteChats } from "./harness/site-chats.ts"
import { target } from "./harness/target.ts"
import { serveWeb } from "./harness/web.ts"

const siteChats = sharedRows(allSiteChats)
const COUNT = 120
const chat = madeChat(COUNT)
const BOX = `<main id="box" class="chat-window"><div id="list"></div></main>`

const pages: Readonly<Record<string, string>> = {
  "a chat that loads older messages above": chatPage(chat, GENERIC_MARKUP, LOADS_OLDER, BOX),
  "a chat that draws what is in sight": chatPage(chat, GENERIC_MARKUP, VIRTUAL, BOX),
  "a chat that holds a window of its messages": chatPage(chat, GENERIC_MARKUP, SLIDES, BOX),
}

/** A site that is known shows fewer. */
const shorter = madeChat(40)

const served: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(pages).map((page, at) => [`https://chat.example/${String(at)}`, page])),
  ...Object.fromEntries(siteChats.map(({ url, page }) => [url, page(shorter)])),
}
const web = await serveWeb(({ href }, _request, response) => {
  response.writeHead(href in served ? 200 : 404, { "Content-Type": "text/html; charset=utf-8" })
  response.end(served[href])
})
afterAll(() => web.close())

const browser = installed(web.options[target])
const held: { bundle?: Bundle; readonly items: Map<string, string>; readonly left: Map<string, unknown> } = {
  items: new Map(),
  left: new Map(),
}

/** The third of four days. */
const SINCE = "2024-03-05"

const SCROLLED = `[document.querySelector("#box").scrollTop + document.querySelector("#box").clientHeight >= document.querySelector("#box").scrollHeight - 2, scrollY, document.documentElement.getAttribute("style")]`

beforeAll(async () => {
  const page = await browser.driven.newPage("about:blank")
  for (const { url, adapter } of siteChats) {
    await page.goto(url)
    held.items.set(adapter, (await keep(browser.driven, page)).item)
  }
  await captureUnknown(page)
  held.bundle = await exportBundle(browser.driven, page, browser.place.folder)
})

async function captureUnknown(page: Page): Promise<void> {
  for (const [index, name] of Object.keys(pages).entries()) {
    await page.goto(`https://chat.example/${String(index)}`)
    held.items.set(name, (await keep(browser.driven, page)).item)
    held.left.set(name, await page.evaluate(SCROLLED))
  }
  await page.goto("https://chat.example/0")
  held.items.set("dated", folderName(await captureSince(page)))
}

/** As a user does who gives a day in the popup. */
async function captureSince(page: Page): Promise<Kept> {
  const popup = await openPopup(browser.driven, page)
  await popup.waitFor(() => document.querySelector("#chat-until") !== null)
  await popup.evaluate(day => {
    const field = document.querySelector<HTMLInputElement>("#chat-until")
    if (field === null) throw new Error("no field")
    field.value = day
    field.dispatchEvent(new Event("change", { bubbles: true }))
  }, SINCE)
  await popup.click("#capture")
  const kept = await untilKept(popup, 120_000)
  await popup.close()
  return kept
}

function itemOf(name: string): Item {
  const item = held.items.get(name)
  if (held.bundle === undefined || item === undefined) expect.unreachable(`${name} was not captured`)
  return held.bundle.item(item)
}

const chatOf = (item: Item): ChatFile => parseChatFile(JSON.parse(item.text("chat.json")))

/** As the page made them. */
const expected = (messages: readonly MadeMessage[]) =>
  messages.map(({ day, sender, clock, text, recalled, own }) =>
    recalled
      ? {
          kind: "recalled",
          side: own ? "own" : "other",
          day,
          sender: null,
          time: null,
          text: `${sender}撤回了一条消息`,
        }
      : { kind: "text", side: own ? "own" : "other", day, sender, time: clock, text },
  )

const told = ({ messages }: ChatFile) =>
  messages.map(({ kind, side, day, sender, sentAt, text }) => ({
    ...{ kind, side, day, sender: sender.value, text: text.value },
    time: kind === "recalled" ? null : sentAt.raw,
  }))

describe.each(siteChats)("the chat of $adapter", ({ adapter }) => {
  test("is read by what is known of the site: every message once, in order, with who and when", () => {
    const item = itemOf(adapter)
    expect(item.record.chat).toMatchObject({ adapter: { id: adapter }, ending: "top", file: "chat.json" })
    const told = chatOf(item).messages.map(({ kind, side, sender, sentAt, text }) => ({
      ...{ kind, side, sender: sender.value, text: text.value, at: sentAt.value?.at },
    }))
    expect(told).toEqual(shorter.map(message => asSite(adapter, message)))
  })

  test("has each message in the pixels that its places name, and whole in one frame at least", () => {
    expect(wrongPlaces(itemOf(adapter), shorter).slice(0, 5)).toEqual([])
  })
})

/** What each site shows of a message: Telegram names no own sender, and nothing stays there of what was deleted. */
function asSite(adapter: string, { recalled, own, sender, text, day, clock }: MadeMessage): object {
  const [, year = "", month = "", date = ""] = /(\d+)年(\d+)月(\d+)/.exec(day) ?? []
  const [hours = "", minutes = ""] = clock.split(":")
  const isTaken = recalled && adapter === "whatsapp-web"
  return {
    kind: isTaken ? "recalled" : "text",
    side: own ? "own" : "other",
    sender: own && adapter === "telegram-a" ? null : sender,
    text: isTaken ? "此消息已删除" : text,
    at: new Date(Number(year), Number(month) - 1, Number(date), Number(hours), Number(minutes)).toISOString(),
  }
}

/** Places in whose pixels the frame shows something else than the message, and messages that no frame shows whole. */
function wrongPlaces(item: Item, made: readonly MadeMessage[]): string[] {
  const pictures = new Map<string, Picture>()
  const wrong: string[] = []
  for (const { n, frames } of chatOf(item).messages) {
    if (!frames.some(({ whole }) => whole)) wrong.push(`${String(n)}: in no frame whole`)
    for (const { path, x, y, width, height } of frames) {
      const picture = pictures.get(path) ?? readPicture(item.path(path))
      pictures.set(path, picture)
      for (const row of [y, y + height - 1]) {
        for (const column of [x, x + Math.floor(width / 2), x + width - 1]) {
          const colour = picture.at(column, row)
          if (colour !== made[n - 1]?.colour)
            wrong.push(`${String(n)} ${path} ${String(column)},${String(row)}: ${hexColour(colour)}`)
        }
      }
    }
  }
  return wrong
}

describe.each(Object.keys(pages))("%s", name => {
  test("has every message once, in order, as the page has it", () => {
    expect(told(chatOf(itemOf(name)))).toEqual(expected(chat))
  })

  test("has each message in the pixels that its places name, and whole in one frame at least", () => {
    expect(wrongPlaces(itemOf(name), chat).slice(0, 5)).toEqual([])
  })

  test("says what ended it, and is complete as loaded", () => {
    const { record } = itemOf(name)
    expect(record.chat).toMatchObject({ ending: "top", messages: COUNT, file: "chat.json", until: null })
    expect(record.gaps.map(gapName)).toEqual([])
  })

  test("leaves the page as it was", () => {
    expect(held.left.get(name)).toEqual([true, 0, null])
  })
})

test("a chat of which a day was given begins with that day, says so, and calls itself not complete", () => {
  const item = itemOf("dated")
  const since = chat.filter(({ day }) => day >= "2024年3月5日")
  expect(since).toHaveLength(COUNT / 2)
  expect(told(chatOf(item))).toEqual(expected(since))
  expect(item.record.chat).toMatchObject({ ending: "date", until: SINCE, messages: COUNT / 2 })
  expect(item.record.gaps).toEqual([{ what: "transcript", reason: "date", count: null, where: SINCE }])
})
