/** The page of one item. Facts, never insults: what the post says stands there only once it is asked for. */
import { plural } from "./plural.ts"

export const item = {
  "item.title": "Item",
  "item.open": "Open item page",
  "item.none": "This item is not here any more.",
  "item.running": "This item is still being captured. What it holds stands here once it is closed.",
  "item.trashed": "This item is in the trash; it can be restored for 30 days, in the trash of the library.",
  "item.inTrash": ({ n }: { n: number }) =>
    `This item is in the trash. It is kept for ${plural(n, "more day", "more days")}, and can be restored until then.`,
  "item.trashOpen": "To the library’s trash, where it can be deleted for good",
  "item.acts": "With this item",
  "item.export": "Export this item…",
  "item.type.post": "post",
  "item.type.comment": "comment",
  "item.type.profile": "author’s page",
  "item.type.thread": "thread",
  "item.type.list": "list of posts",
  "item.type.other": "page",
  "item.interrupted": "interrupted",

  "item.missing": "What’s missing",
  "item.extent":
    "This speaks of the page as it was loaded. What was captured is not changed by what is missing.",

  "item.calm": "What the post says, and its pictures, are hidden until you ask for them.",
  "item.show": "Show content",
  "item.hide": "Hide content",
  "item.showing": "Reading and checking the files…",
  "item.hidden": "Hidden",

  "item.pictures": "Pictures",
  "item.pictureAsSeen": "First screen",
  "item.picturePage": ({ n }: { n: string }) => `Stitched picture ${n}`,
  "item.picturePost": "Chosen post",
  "item.picturesLeft": ({ n }: { n: number }) => `${plural(n, "more picture", "more pictures")} being read…`,
  "item.picturesNone": "There is no screenshot of this page.",
  "item.pictureDamaged": "This picture is damaged or gone. Use your backup.",
  "item.pictureAlt": ({ what, item }: { what: string; item: string }) => `${what} of ${item}`,
  "item.full": "100 %",
  "item.fullOf": ({ what }: { what: string }) => `Show at 100 %: ${what}`,
  "item.fit": "Fit",
  "item.fitOf": ({ what }: { what: string }) => `Fit to the page: ${what}`,

  "item.facts": "Facts",
  "item.factsReading": "Reading…",
  "item.factsNone":
    "No details of a post were read from this page. Screenshots and source are kept all the same.",
  "item.factsDamaged":
    "The file that holds these details is damaged, gone or not readable, so none are shown. The other files are not touched by that; use your backup.",
  "item.notFound": ({ n }: { n: number }) => `Not found on the page: ${plural(n, "field", "fields")}`,
  "item.source.read": "Read from the page",
  "item.source.calculated": "Calculated",

  "item.source.none": "Not found",
  "item.source.ambiguous": "Not certain",
  "item.rawWords": "On the page:",
  "item.plusMinus": ({ time, range }: { time: string; range: string }) => `${time}, ± ${range}`,
  "item.seconds": ({ n }: { n: string }) => `${n} s`,
  "item.basis": ({ basis }: { basis: string }) => `Basis: ${basis}.`,
  "item.rounded": ({ n }: { n: string }) => `about ${n} (rounded by the page)`,
  "item.addresses": ({ n }: { n: number }) => plural(n, "address", "addresses"),
  "item.copy": "Copy",
  "item.copied": "Copied",
  "item.copyOf": ({ what }: { what: string }) => `Copy: ${what}`,

  "item.correct": "Correct",
  "item.fillIn": "Fill in",
  "item.correctOf": ({ what }: { what: string }) => `Correct: ${what}`,
  "item.fillInOf": ({ what }: { what: string }) => `Fill in: ${what}`,
  "item.fillInAll": "Fill in by hand",
  "item.correctWhat":
    "What was read stays as it was sealed. Yours is kept beside it with its time, marked as filled in by the user, and goes into bundles. Nothing that you filled in before is overwritten.",
  "item.correctValue": ({ what }: { what: string }) => `Your word for it: ${what}`,
  "item.correctNote": "Why, or where you know it from (optional)",
  "item.correctKeep": "Keep",
  "item.correctCancel": "Cancel",
  "item.correctTakeBack": "Take back what I filled in",
  "item.correctKept": "Kept, marked as filled in by the user.",
  "item.correctAt": ({ time }: { time: string }) => `Filled in by the user, ${time}`,
  "item.takenBackAt": ({ time }: { time: string }) => `Taken back by the user, ${time}`,
  "item.history": ({ n }: { n: number }) => `All that was filled in: ${plural(n, "time", "times")}`,

  "item.text": "Text",
  "item.textPost": "Text of the post, as read",
  "item.textPage": "All visible text of the page, as captured",
  "item.textNone": "No text was kept of this page.",
  "item.textDamaged": "The file of the text is damaged or gone. Use your backup.",
  "item.textCut": ({ n }: { n: string }) =>
    `Only the first ${n} characters are shown here; the file holds all.`,

  "item.files": "Files and fingerprints",
  "item.recompute": "Recompute",
  "item.recomputing": "Reading every file again…",
  "item.filesWhat":
    "Reads every file that was sealed in this item again and compares its SHA-256 with that of the day. What was added later is checked when it is exported.",
  "item.allSame": ({ n }: { n: number }) => `${plural(n, "file", "files")}, all the same as at capture.`,
  "item.someDiffer": ({ n }: { n: number }) =>
    `${plural(n, "file is", "files are")} gone or not the same as at capture.`,
  "item.same": "Same as at capture",
  "item.differs": "Differs from capture; the file may be damaged. Use your backup.",
  "item.notCompared": "Not compared: the record itself is damaged",
  "item.gone": "Gone from the store",
  "item.noPrint": "not computed",

  "item.times": "Times",
  "item.capturedAt": "Capture began",
  "item.endedAt": "Capture ended",
  "item.clock": "This computer’s clock",
  "item.stamps": "Third-party time stamps",
  "item.noStamp": "There is no third-party time stamp over this item.",
  "item.recordDamaged": "The record of this capture cannot be read, so nothing is said of the clock.",

  "item.log": "Procedure log",
  "item.logNone": "There are no lines.",
  "item.details": "Technical details",
} as const satisfies Record<string, unknown>
