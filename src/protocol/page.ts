/** What the script in a page is asked. */
import { type AnnouncedComments } from "../core/post-facts/announced.ts"
import type { TextKind } from "../core/page-facts.ts"
import type { CommentWords } from "../core/queue/comment.ts"

/** Said in a copy of a page, in the place of what is not in it; in every language at once, since it may go to anyone. */
export interface CopyWords {
  /** Of a frame of another site. */
  readonly onlyInPicture: string
  /** Of what no copy can hold: plug-ins, frames beyond the limit. */
  readonly leftOut: string
}

/** What the picker says, in the language of the user. */
export interface PickerWords {
  readonly language: string
  /** Which keys do what. */
  readonly keys: string
  readonly post: string
  readonly entry: string
  readonly box: string
  readonly part: string
}

/** Asked by the background; answered by the script in the page. Every answer is unknown until parsed. */
export interface PageApi {
  /** Shows the picker. */
  startPicker(input: { words: PickerWords }): unknown
  /** What has been chosen; answers when something is, or after some seconds without. The picker is gone from the screen then. */
  awaitChoice(input: null): unknown
  /**
   * Looks for one comment by its words; where there is exactly one, it is the chosen post from here on. Shows nothing.
   * `further`: where there is none, scrolls on by a screen; where there is one, brings it to the middle.
   */
  findComment(input: { comment: CommentWords; further: boolean }): unknown
  /** Where the chosen post stands, and the words that were selected when the facts were read. */
  readMarks(input: null): unknown
  /** Clicks the next label in the chosen post that unfolds text; answers with what it clicked, or that there is none. */
  unfoldNext(input: null): unknown
  readFacts(input: null): unknown
  /** What the page says of its post: author, words, time, numbers. `world`: JSON by name, of the page's own world. */
  readPostFacts(input: { world: Readonly<Record<string, string>> }): unknown
  /** Arms the watchdog and stops what would move the page; answers with what was changed. */
  prepare(input: null): unknown
  /**
   * Goes to a place (CSS pixels), waits until the page is still, and answers with where it stands.
   * `forScreen`: a picture of the screen is taken next, which runs behind the page and so wants a longer wait.
   */
  scrollTo(input: { y: number; hideFixed: boolean; forScreen: boolean }): unknown
  /** Looks for a chat; answers with `{ chat }`, null where the page is none. */
  findChat(input: null): unknown
  /**
   * The rows of the chat in a box, or in the page, which is box 0; null where that is no chat. `all`: not only those
   * in the window.
   */
  readChat(input: { box: number; all: boolean }): unknown
  /** The boxes that scroll by themselves; each gets a number, and its place is remembered. */
  readBoxes(input: null): unknown
  /** Shows the part of a box whose first row is `y` (CSS pixels of its content); answers as scrollTo, and with where it stands. */
  scrollBox(input: { box: number; y: number }): unknown
  /** Where a box stands now, without moving it, and how far its content has moved since it was last shown. */
  whereIsBox(input: { box: number }): unknown
  /** Frames were taken of the whole of it. */
  noteBoxSeen(input: { box: number }): unknown
  /** How many entries of the feed were shown so far: of a box's, or of the page's own, which is box 0. */
  countItems(input: { box: number }): unknown
  /** Where the page stands now, without moving it. */
  whereIs(input: null): unknown
  /** Puts everything back; answers with what could not be. */
  restore(input: null): unknown
  /** Makes a text ready to be fetched in chunks. */
  takeText(input: { kind: TextKind }): unknown
  readChunk(input: { kind: TextKind; offset: number }): unknown
  /** Reads the document for a copy that stands alone; answers with its address. `words` are for readers of the copy. */
  readForCopy(input: { when: "before" | "after"; words: CopyWords }): unknown
  /** Reads the parts of all copies; answers with the requests that it made for them. */
  readParts(input: { mayRequest: boolean }): unknown
  /** Draws the document that was last read for a copy; answers with what was drawn. `words` stand at the top of the picture. */
  redraw(input: { words: string }): unknown
  /** The files of its pictures and videos: those of the chosen post first, then the largest. */
  readMedia(input: null): unknown
  /** What the site puts before the post: `WallKind`s of core/walls.ts. */
  readWalls(input: null): unknown
  /** Where the page stands, how it came, and its text: what tells a post that is not shown from one that is. */
  readSigns(input: null): unknown
  /** What the page holds that the pictures and texts do not. `comments`: what the site's own data says of them. */
  readGaps(input: { comments: AnnouncedComments | null }): unknown
}
