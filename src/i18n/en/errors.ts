/**
 * Every error in three sentences: what happened, what is safe, what to do next.
 * None blames the reader. The code that is shown beside them is in
 * ../shown-code.ts (product.md §6.7).
 */
import { type ErrorCode } from "../../core/errors.ts"
import { type lockErrors } from "./lock.ts"
import { type queueErrors } from "./queue.ts"
import { type restoreErrors } from "./restore.ts"
import { type exportErrors } from "./export-errors.ts"

export type ErrorPart = "cause" | "safe" | "next"

const earlierSafe = "What was saved before is safe."
const partSafe = "What was captured by then is kept and labelled."

export const errors = {
  "error.capture/page-forbidden.cause":
    "The browser doesn’t let extensions read this page, such as settings pages and extension stores.",
  "error.capture/page-forbidden.safe": earlierSafe,
  "error.capture/page-forbidden.next": "Open the page with the post and try again.",

  "error.capture/page-silent.cause": "The page didn’t answer, so it could not be read.",
  "error.capture/page-silent.safe": partSafe,
  "error.capture/page-silent.next": "Wait until the page has loaded, or reload it, then capture again.",

  "error.capture/page-left.cause": "The tab went to another page during the capture.",
  "error.capture/page-left.safe": partSafe,
  "error.capture/page-left.next": "Return to the page and capture again; the earlier one is kept.",

  "error.capture/route-changed.cause": "The page changed its address during the capture.",
  "error.capture/route-changed.safe": partSafe,
  "error.capture/route-changed.next": "Open the post by its own address and capture again.",

  "error.capture/tab-hidden.cause": "The tab was hidden, so some screens could not be taken.",
  "error.capture/tab-hidden.safe": partSafe,
  "error.capture/tab-hidden.next": "Go back to the page; if the capture has ended, capture again.",

  "error.capture/tab-closed.cause": "The tab was closed during the capture.",
  "error.capture/tab-closed.safe": partSafe,
  "error.capture/tab-closed.next": "Open the page again and capture it.",

  "error.capture/wrong-tab.cause": "Another tab was in front, so the picture was thrown away.",
  "error.capture/wrong-tab.safe": "No other page’s picture was kept.",
  "error.capture/wrong-tab.next": "Bring the page to the front and capture again.",

  "error.capture/no-picture.cause": "The browser gave no picture of the page.",
  "error.capture/no-picture.safe": earlierSafe,
  "error.capture/no-picture.next": "Restore the window if it is minimised, then capture again.",

  "error.capture/quota.cause": "The browser limits how fast screenshots are taken.",
  "error.capture/quota.safe": partSafe,
  "error.capture/quota.next": "It slows down by itself. If the capture has ended, capture again.",

  "error.capture/refetch-refused.cause": "The site did not hand over the page source a second time.",
  "error.capture/refetch-refused.safe": "Screenshots and text do not depend on it.",
  "error.capture/refetch-refused.next": "Nothing to do; the record lists it as missing.",

  "error.capture/stopped.cause": "You stopped the capture.",
  "error.capture/stopped.safe": partSafe,
  "error.capture/stopped.next": "Capture again if you need the rest.",

  "error.capture/not-running.cause": "This capture has already ended.",
  "error.capture/not-running.safe": "It was saved as it stood.",
  "error.capture/not-running.next": "You find it under Recent.",

  "error.capture/stitch-mismatch.cause":
    "The page changed while scrolling, so screens don’t fit together everywhere.",
  "error.capture/stitch-mismatch.safe": "Each original screen is kept.",
  "error.capture/stitch-mismatch.next":
    "Rely on the single screens, or capture again once the page is still.",

  "error.capture/pinched.cause": "The page is enlarged with two fingers: a picture shows only a part of it.",
  "error.capture/pinched.safe": "The first screen is kept, as you see it.",
  "error.capture/pinched.next": "Pinch it back to its own size, and capture again.",

  "error.capture/no-archive.cause": "The browser did not give this page as one file.",
  "error.capture/no-archive.safe": "What else the capture holds is not affected.",
  "error.capture/no-archive.next": "Nothing to do. Capture again if you need the one file.",

  "error.capture/too-large.cause": "What came is larger than a capture keeps.",
  "error.capture/too-large.safe": "What else the capture holds is not affected.",
  "error.capture/too-large.next": "Nothing to do. Save the large file by the browser itself if you need it.",

  "error.site/not-allowed.cause": "The browser does not let the extension ask this site.",
  "error.site/not-allowed.safe": "The capture is kept. Nothing was sent to that site.",
  "error.site/not-allowed.next": "Open the extension on the page, choose “Allow…”, then capture again.",

  "error.site/no-answer.cause": "The site did not answer the extension’s own request.",
  "error.site/no-answer.safe": "What else the capture holds is not affected.",
  "error.site/no-answer.next": "Check the network, then capture again.",

  "error.reading/another-page.cause": "This tab shows another address now.",
  "error.reading/another-page.safe": "What was captured, and earlier readings, are not affected.",
  "error.reading/another-page.next": "Open the item’s address, then read again.",

  "error.reading/not-allowed.cause": "The browser does not let the extension open and read this site.",
  "error.reading/not-allowed.safe":
    "No page was opened and nothing was sent; earlier readings are not affected.",
  "error.reading/not-allowed.next":
    "Press “Read again” on the item’s page, and allow the site when the browser asks.",

  "error.reading/offline.cause": "The browser is not online.",
  "error.reading/offline.safe": "No page was opened; earlier readings are not affected.",
  "error.reading/offline.next": "Read again when it is online.",

  "error.reading/no-answer.cause":
    "The page was opened and nothing could be read: no answer, or another site took its place.",
  "error.reading/no-answer.safe":
    "That it was opened is noted and counted; earlier readings are not affected.",
  "error.reading/no-answer.next": "Open the address yourself, and read it from the toolbar window.",
  "error.private/in-use.cause":
    "A private window is open. Private windows share their sign-ins, so what one shows may not be what a visitor sees.",
  "error.private/in-use.safe": "Nothing was sent, and no picture was taken. What is kept has not changed.",
  "error.private/in-use.next": "Close all private windows, then try again.",

  "error.recording/not-allowed.cause":
    "The browser doesn’t let this tab be recorded yet. First click Holdfast’s icon on this page, then allow the recording.",
  "error.recording/not-allowed.safe": "Nothing was recorded. What is kept has not changed.",
  "error.recording/not-allowed.next":
    "Click Holdfast’s icon on the page, choose “Record the screen”, and allow it when the browser asks.",

  "error.recording/refused.cause": "The browser gave no picture to record.",
  "error.recording/refused.safe": "What was kept up to then is safe.",
  "error.recording/refused.next":
    "Load the page again and try once more, or choose a window to record instead.",

  "error.recording/failed.cause": "The browser’s recorder broke off.",
  "error.recording/failed.safe": "What was recorded until then is saved, and the item says where it ends.",
  "error.recording/failed.next": "Look at the recording, and begin a new one if something is missing.",

  "error.recording/no-copy.cause": "No viewing copy could be made of the recording.",
  "error.recording/no-copy.safe":
    "The recording itself is saved, and nothing of it is missing because of this.",
  "error.recording/no-copy.next": "Play the recording as it is: its length shows only as it plays.",

  "error.queue/busy.cause": "Another list is being captured, or is paused.",
  "error.queue/busy.safe": "It is as it was. Nothing of the new list was opened.",
  "error.queue/busy.next": "Let that list come to its end, or end it. Then begin the new one.",

  "error.queue/nothing.cause": "There is no address on the list.",
  "error.queue/nothing.safe": "Nothing was opened, and nothing has changed.",
  "error.queue/nothing.next":
    "Enter addresses, one a line. Those that begin with http:// or https:// can be captured.",

  "error.queue/no-page.cause":
    "The address was opened, and no page came: the site did not answer, or the browser shows a page of its own.",
  "error.queue/no-page.safe": "What the browser showed is kept, where it gave a picture.",
  "error.queue/no-page.next": "Open the address yourself, and see whether it is still there.",

  "error.queue/interrupted.cause": "The capture was cut off twice: the browser or the extension was ended.",
  "error.queue/interrupted.safe": partSafe,
  "error.queue/interrupted.next": "Open the address yourself and capture it.",

  "error.vault/full.cause": "There is not enough room on this disk.",
  "error.vault/full.safe": "What was confirmed as saved is safe; this capture may be missing parts.",
  "error.vault/full.next":
    "Export a bundle. Then delete for good what you don’t need in the library’s trash, or free disk space, and capture again.",

  "error.vault/failed.cause": "The browser could not write to its storage.",
  "error.vault/failed.safe": "What was confirmed as saved is safe.",
  "error.vault/failed.next": "Try again. If it stays, restart the browser and export a backup.",

  "error.vault/hung.cause": "The browser’s storage did not answer in time.",
  "error.vault/hung.safe": "What was confirmed as saved is safe.",
  "error.vault/hung.next": "Close other windows of this extension, or restart the browser, then try again.",

  "error.vault/unavailable.cause": "The browser does not open this extension’s storage.",
  "error.vault/unavailable.safe": "Nothing was changed or deleted.",
  "error.vault/unavailable.next":
    "Restart the browser. Don’t uninstall the extension: that would delete the evidence.",

  "error.vault/damaged.cause": "A stored file no longer matches its fingerprint, possibly a disk problem.",
  "error.vault/damaged.safe": "It is marked and not passed off as whole; other items are checked one by one.",
  "error.vault/damaged.next": "Use an exported backup of this item, and export the others now.",

  "error.vault/missing.cause": "This item is not in the storage.",
  "error.vault/missing.safe": "Other items are not affected.",
  "error.vault/missing.next": "Close this window and open it again.",

  "error.bundle/limit.cause": "The bundle would pass the format’s limits.",
  "error.bundle/limit.safe": "Your evidence is untouched.",
  "error.bundle/limit.next": "Choose fewer items and make several bundles.",

  "error.time/offline.cause": "The time stamp service did not answer.",
  "error.time/offline.safe": "Your evidence is saved; it is not affected.",
  "error.time/offline.next":
    "Nothing to do: it is asked again by itself. The stamp will say how late it came.",

  "error.time/refused.cause": "The time stamp service refused the request.",
  "error.time/refused.safe": "Your evidence is saved; it is not affected.",
  "error.time/refused.next":
    "Check the service’s address and sign-in in the settings, or choose another one.",

  "error.time/bad-answer.cause": "The time stamp does not match what was sent, and was not used.",
  "error.time/bad-answer.safe": "Your evidence is saved; it is not affected.",
  "error.time/bad-answer.next":
    "It is asked again by itself. If this goes on, choose another service in the settings.",

  "error.time/not-allowed.cause": "The browser does not let the extension reach the time stamp service.",
  "error.time/not-allowed.safe": "Your evidence is saved. Nothing was sent.",
  "error.time/not-allowed.next": "Open the settings, and allow access to that one service.",

  "error.time/nothing-new.cause": "No further time stamp has come for this bundle.",
  "error.time/nothing-new.safe": "The bundle that you have is sound without it.",
  "error.time/nothing-new.next": "Nothing to do: this window says when one is there.",

  "error.check/interrupted.cause": "The last check of all files was cut off before its end.",
  "error.check/interrupted.safe": "A check only reads: nothing was changed.",
  "error.check/interrupted.next": "Start it again, and leave the browser open until it is done.",

  "error.recipient/malformed.cause":
    "This is not a public key of age’s that can be used, or its name is missing.",
  "error.recipient/malformed.safe": "Nothing was added.",
  "error.recipient/malformed.next":
    "Copy the key again, whole: 62 letters and digits that begin with age1. Give it a name of 1 to 60 characters.",

  "error.recipient/secret.cause":
    "This is a secret key. Whoever has it can open every file made for its owner.",
  "error.recipient/secret.safe": "It was not kept.",
  "error.recipient/secret.next":
    "Ask for the public key, which begins with age1, and tell the sender that the secret one was sent.",

  "error.recipient/known.cause": "This key is in the list already.",
  "error.recipient/known.safe": "Nothing was changed.",
  "error.recipient/known.next": "To rename it, remove it and add it again.",

  "error.picture/not-covered.cause":
    "The browser did not draw the copy as it was asked to: the picture may be too large for it, or its protection against fingerprinting changes what is drawn.",
  "error.picture/not-covered.safe": "No copy was kept. The original is unchanged.",
  "error.picture/not-covered.next":
    "Make the copy of one of the smaller screens in place of the stitched picture, or in another browser.",

  "error.file/refused.cause":
    "A file was not taken: only PDF, JPG, PNG or OFD, up to 20 MB each, and up to 10.",
  "error.file/refused.safe": "Nothing was changed, and what you wrote is still in the form.",
  "error.file/refused.next": "Choose other files and save again.",

  "error.settings/malformed.cause": "This is not a settings file of Holdfast, or not one in its form.",
  "error.settings/malformed.safe": "Nothing was imported, and the settings are as they were.",
  "error.settings/malformed.next": "Choose a settings file that Holdfast exported.",

  "error.settings/newer.cause": "This settings file is of a newer version of Holdfast.",
  "error.settings/newer.safe": "Nothing was imported, and the settings are as they were.",
  "error.settings/newer.next": "Update Holdfast first, then import it.",

  "error.input/malformed.cause": "Something that was read did not have the expected form.",
  "error.input/malformed.safe": "It was not used, and nothing saved was changed.",
  "error.input/malformed.next": "Reload the page and try again.",

  "error.internal.cause": "Something unexpected happened in the extension.",
  "error.internal.safe": "What was confirmed as saved is safe.",
  "error.internal.next": "Close this window, open it again and retry. Name the code when you report it.",
} as const satisfies Record<
  Exclude<
    `error.${ErrorCode}.${ErrorPart}`,
    | keyof typeof restoreErrors
    | keyof typeof exportErrors
    | keyof typeof queueErrors
    | keyof typeof lockErrors
  >,
  string
>
