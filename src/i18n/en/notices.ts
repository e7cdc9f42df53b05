/** What has a number and is no error: what it is, what is safe, what to do next (product.md §6.7). */
export const notices = {
  "notice.label": "Good to know",

  "notice.page/pdf.cause": "This is a PDF: only its first screen can be captured.",
  "notice.page/pdf.safe": "The first screen is kept; the rest is listed as missing.",
  "notice.page/pdf.next": "Download the file with the browser, then add it under “Import”.",

  "notice.page/loading.cause": "The page was still loading when the capture began.",
  "notice.page/loading.safe": "What was captured is kept; what was missing then is listed.",
  "notice.page/loading.next": "Once it has loaded, capture again; this capture is kept too.",

  "notice.picture/split.cause": "The page is long, so its stitched picture is in several files.",
  "notice.picture/split.safe": "Dividing it drops nothing; what is missing for other reasons is listed.",
  "notice.picture/split.next": "Nothing to do.",

  "notice.facts/missing.cause": "Author, time or text was not recognised; the site may have changed.",
  "notice.facts/missing.safe": "This changes nothing of the screenshots and the source.",
  "notice.facts/missing.next": "You can fill these in on the item’s page; they are marked as yours.",

  "notice.browser/offline.cause": "The browser is offline.",
  "notice.browser/offline.safe": "You can capture what is on the screen, and export.",
  "notice.browser/offline.next": "Time stamps, where switched on, are asked for once it is online.",
}
