/**
 * A made-up chat, and pages that show it as chats do: older messages come when
 * it is scrolled up, rows that are out of sight are taken away. Each row has a
 * colour of its own.
 */
import { type Colour, hexColour } from "./picture.ts"

export interface MadeMessage {
  readonly id: string
  /** The day that a line above names; the same for all messages of that day. */
  readonly day: string
  readonly clock: string
  readonly sender: string
  readonly own: boolean
  readonly text: string
  readonly recalled: boolean
  readonly colour: Colour
  readonly height: number
}

const DAYS = ["2024年3月3日", "2024年3月4日", "2024年3月5日", "2024年3月6日"]

/** Every fourth pair says the same; the fiftieth was taken back. */
export function madeChat(count: number): MadeMessage[] {
  return Array.from({ length: count }, (_, index): MadeMessage => {
    const own = index % 3 === 0
    const isTwin = index % 8 > 5
    const minutes = (index % Math.ceil(count / DAYS.length)) * 3
    return {
      id: `m${String(index)}`,
      day: DAYS[Math.floor((index * DAYS.length) / count)] ?? "",
      clock: `${String(8 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
      sender: own ? "李某" : "张某",
      own,
      text: isTwin ? "又是这句话" : `第${String(index)}条消息`,
      recalled: index === 50,
      colour: ((index * 37) % 199) * 0x010000 + ((index * 11) % 251) * 0x000100 + (index % 256),
      height: 44 + (index % 5) * 9,
    }
  })
}

/** The rows as a page has them: lines that name days, and messages. */
export const rowsOfChat = (chat: readonly MadeMessage[]): object[] =>
  chat.flatMap((message, index) => {
    const isFirst = message.day !== chat[index - 1]?.day
    const row = { ...message, colour: hexColour(message.colour) }
    return isFirst ? [{ line: message.day, colour: "#ffffff", height: 30 }, row] : [row]
  })

/** What every page of the kind has; `markup` makes a row's element of a row, `way` shows the rows. */
export const chatPage = (chat: readonly MadeMessage[], markup: string, way: string, box: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>聊天</title>
<style>html,body{height:100%;margin:0;overflow:hidden}header{height:50px;background:#cde}
#box{height:calc(100% - 50px);overflow-y:auto;position:relative}
.cell{box-sizing:border-box;overflow:hidden;position:relative}
.cell *{font-size:0;line-height:0;opacity:1;color:transparent;margin:0}</style>
<body><header></header>${box}<script>
const rows = ${JSON.stringify(rowsOfChat(chat))}
const box = document.querySelector("#box")
const list = document.querySelector("#list")
const markup = ${markup}
const elementOf = row => {
  const element = markup(row)
  element.classList.add("cell")
  element.style.height = row.height + "px"
  element.style.background = row.colour
  return element
}
${way}
</script>`

/** Loads a batch of older rows above, some time after it is scrolled to its top, and keeps what is seen in its place. */
export const LOADS_OLDER = `
const BATCH = 40
let first = Math.max(0, rows.length - BATCH)
list.append(...rows.slice(first).map(elementOf))
box.scrollTop = box.scrollHeight
let isLoading = false
box.addEventListener("scroll", () => {
  if (box.scrollTop > 60 || first === 0 || isLoading) return
  isLoading = true
  setTimeout(() => {
    const from = Math.max(0, first - BATCH)
    const below = box.scrollHeight - box.scrollTop
    list.prepend(...rows.slice(from, first).map(elementOf))
    box.scrollTop = box.scrollHeight - below
    first = from
    isLoading = false
  }, 120)
})`

/** Draws the rows in sight and two more on each side, in a room that has the height of all. */
export const VIRTUAL = `
const tops = []
let whole = 0
for (const row of rows) { tops.push(whole); whole += row.height }
list.style.cssText = "position:relative;height:" + whole + "px"
const draw = () => {
  const [top, end] = [box.scrollTop, box.scrollTop + box.clientHeight]
  const shown = rows.flatMap((row, at) => tops[at] + row.height < top - 100 || tops[at] > end + 100 ? [] : [at])
  list.replaceChildren(...shown.map(at => {
    const element = elementOf(rows[at])
    element.style.cssText += ";position:absolute;left:0;right:0;top:" + tops[at] + "px"
    return element
  }))
}
box.addEventListener("scroll", () => requestAnimationFrame(draw))
draw()
box.scrollTop = whole
draw()`

/** Holds a window of rows: what comes in at one end goes out at the other. */
export const SLIDES = `
const HELD = 60
const STEP = 20
let first = rows.length - HELD
let elements = rows.slice(first).map(elementOf)
list.append(...elements)
box.scrollTop = box.scrollHeight
box.style.overflowAnchor = "none"
const slide = by => {
  const to = Math.max(0, Math.min(rows.length - HELD, first + by))
  if (to === first) return
  const before = new Map(elements.map((element, at) => [first + at, element]))
  const kept = to > first ? to : first
  const anchor = before.get(kept)
  const place = anchor.getBoundingClientRect().top
  elements = rows.slice(to, to + HELD).map((row, at) => before.get(to + at) ?? elementOf(row))
  list.replaceChildren(...elements)
  first = to
  box.scrollTop += anchor.getBoundingClientRect().top - place
}
let isLoading = false
box.addEventListener("scroll", () => {
  if (isLoading) return
  const by = box.scrollTop < 80 ? -STEP : box.scrollTop + box.clientHeight > box.scrollHeight - 80 ? STEP : 0
  if (by === 0) return
  isLoading = true
  setTimeout(() => { isLoading = false; slide(by) }, 60)
})`

/** Markup of no known site. */
export const GENERIC_MARKUP = `row => {
  const element = document.createElement("div")
  element.className = row.line ? "msg-divider" : "msg-item " + (row.own ? "msg-own own" : "msg-other other")
  if (row.line) element.innerHTML = "<span>" + row.line + "</span>"
  else if (row.recalled) element.innerHTML = "<p>" + row.sender + "撤回了一条消息</p>"
  else element.innerHTML = '<span class="nickname">' + row.sender + '</span> <span class="time">' + row.clock + '</span><p>' + row.text + "</p>"
  return element
}`
