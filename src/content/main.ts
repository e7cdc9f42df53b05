/** The script in the page. It does nothing by itself: it answers the background, and puts the page back when the line breaks. */
import { boxesOfPage } from "../capture/boxes.ts"
import { chatOfPage } from "../capture/chats/chat.ts"
import { readFacts } from "../capture/facts.ts"
import { readGaps } from "../capture/gaps.ts"
import { readMedia } from "../capture/media.ts"
import { findComment } from "../capture/find-comment.ts"
import { findPost } from "../capture/find-post.ts"
import { holdPage } from "../capture/hold.ts"
import { countItems } from "../capture/items.ts"
import { listsOfPage } from "../capture/lists.ts"
import { copiesOfPage } from "../capture/offline/copies.ts"
import { markingOfPage } from "../capture/marks.ts"
import { pickerOfPage } from "../capture/picker.ts"
import { type Given, readPostFacts } from "../capture/post-facts.ts"
import { quoteOfPage } from "../capture/quote.ts"
import { redrawerOf } from "../capture/redrawn/redrawn.ts"
import { readSigns } from "../capture/signs.ts"
import { siteOf } from "../capture/sites/all.ts"
import { textsOfPage } from "../capture/texts.ts"
import { pageRoot } from "../capture/unclobbered.ts"
import { scrollOnOfPage } from "../capture/scroll-on.ts"
import { unfolderOfPage } from "../capture/unfold.ts"
import { findWalls } from "../capture/walls.ts"
import { serveInPage } from "../platform/in-page.ts"

// Not randomUUID: pages on plain http have none.
const boxes = boxesOfPage()
const lists = listsOfPage()
const chat = chatOfPage(boxes)
const hold = holdPage(crypto.getRandomValues(new Uint32Array(4)).join("-"), boxes, lists)
const copies = copiesOfPage()
const redrawer = redrawerOf(copies)
const texts = textsOfPage({ copies, lists, asFound: hold.asFound, redrawn: redrawer.take })
const quote = quoteOfPage()
const marking = markingOfPage(quote)
const postFacts = (given: Given) => {
  const began = performance.now()
  const { href } = location
  return readPostFacts(pageRoot(), href, siteOf(new URL(href)), () => performance.now() - began, given)
}
const picker = pickerOfPage(marking.choose, () => findPost(postFacts({})))
const unfolder = unfolderOfPage()
const scroll = scrollOnOfPage()

serveInPage(
  {
    startPicker: ({ words }) => {
      picker.start(words)
      return Promise.resolve(null)
    },
    awaitChoice: async () => ({ outcome: await picker.outcome(), selector: marking.selector() }),
    findComment: ({ comment, further }) => {
      const { found, element } = findComment(comment)
      if (element !== null) marking.choose(element)
      const moved =
        further && found !== "several" && (element === null ? scroll.on() : scroll.toMiddle(element))
      return Promise.resolve({ found, selector: marking.selector(), moved })
    },
    readFacts: () => {
      quote.remember()
      return Promise.resolve({ ...readFacts(), document: hold.whereIs().document })
    },
    readPostFacts: ({ world }) => Promise.resolve(postFacts({ world, chosen: marking.chosen() })),
    readMarks: () => Promise.resolve(marking.marks()),
    unfoldNext: async () => {
      const post = marking.chosen()
      return { click: post === null ? null : await unfolder.next(post), href: location.href }
    },
    prepare: () => hold.prepare(),
    scrollTo: ({ y, hideFixed, forScreen }) => hold.scrollTo(y, hideFixed, forScreen),
    findChat: () => Promise.resolve(chat.find()),
    readChat: ({ box, all }) => Promise.resolve(chat.read(box, all)),
    readBoxes: () => Promise.resolve(boxes.find(marking.chosen())),
    scrollBox: ({ box, y }) => hold.scrollBox(box, y),
    whereIsBox: ({ box }) => Promise.resolve(hold.whereIsBox(box)),
    noteBoxSeen: ({ box }) => {
      boxes.noteSeen(box)
      return Promise.resolve(null)
    },
    countItems: ({ box }) => Promise.resolve({ items: countItems(boxes.elementOf(box), lists.kept()) }),
    whereIs: () => Promise.resolve(hold.whereIs()),
    restore: () => hold.comeBack(),
    takeText: ({ kind }) => texts.take(kind),
    readChunk: ({ kind, offset }) => texts.readChunk(kind, offset),
    redraw: ({ words }) => redrawer.draw(words),
    readMedia: () => Promise.resolve(readMedia(marking.chosen())),
    readForCopy: ({ when, words }) => Promise.resolve(copies.read(when, words)),
    readParts: ({ mayRequest }) => copies.readParts(mayRequest),
    readWalls: () => Promise.resolve(findWalls()),
    readSigns: () => Promise.resolve(readSigns()),
    readGaps: ({ comments }) =>
      Promise.resolve(
        readGaps({
          comments,
          wasSeenWhole: boxes.wasSeenWhole,
          missedPictures: hold.missedPictures(),
          cameLate: hold.cameLate,
          isWithoutRows: lists.isFull(),
          chosen: marking.chosen(),
        }),
      ),
  },
  () => {
    picker.stop()
    hold.restore()
  },
)
