/**
 * The popup's own words. Voice: what is safe comes first, verbs stand on
 * buttons, numbers instead of adjectives (product.md §7.1). A promise made here
 * must be one that the code keeps.
 */
import { plural } from "./plural.ts"

export const ui = {
  "app.name": "Holdfast",
  "app.tagline": "Keeps web evidence on this device",

  "ready.capture": "Capture this page",
  "ready.capturing": "Saving the first screen…",
  "ready.willSave": "Will save: full-page screenshot, address and time, page source, text.",
  "ready.willSavePicture": "Will save: a screenshot of the visible part, address and time.",
  "ready.local": "Evidence isn’t uploaded; only this page and files it uses may be asked for again.",
  "ready.localStamp": ({ names }: { names: string }) =>
    `Evidence isn’t uploaded; this page and files it uses may be asked for again, and a fingerprint goes to ${names}.`,
  "ready.pageHere": "This page",
  "ready.noAddress": "A page of the browser",
  "ready.empty": "Open the post you want to keep, then press “Capture this page”. You don’t need to read it.",
  "ready.seen": ({ n, time }: { n: number; time: string }) => `Captured ${String(n)}×, last on ${time}`,
  "ready.seenView": "View",
  "ready.private": "You are in a private window. Evidence is saved; browsing history is not.",
  "private.kept":
    "You are in a private window. Evidence is saved, but this browser shows it in ordinary windows only: open this popup there.",
  "ready.pictureOnly":
    "The browser allows a screenshot of this page and no reading of it. Text and source will be listed as missing.",
  "ready.recent": "Recent",
  "ready.export": ({ n }: { n: number }) => `Export a bundle (${plural(n, "item", "items")})`,
  "ready.lowStorage": ({ free }: { free: string }) =>
    `Only about ${free} of room is left. If it runs out, a capture stops and says so; what is saved stays. Export a backup and make room first.`,
  "ready.wall":
    "A box that asks to sign in, to verify something or to open an app may be covering the post. Deal with it first, then capture. If it may vanish any moment, capture at once as well.",
  "ready.cookies": "A cookie notice covers a part of the page. Close it first if it hides the post.",
  "ready.usage": ({ size }: { size: string }) => `${size} used.`,
  "ready.usageFree": ({ size, free }: { size: string; free: string }) => `${size} used, about ${free} free.`,
  "ready.backup": ({ time }: { time: string }) => `Last backup: ${time}`,
  "ready.lastExport": ({ time }: { time: string }) => `Last export: ${time}`,
  "ready.backupView": "Fingerprint",
  "ready.backupNone": "Nothing exported yet",
  "ready.uninstall": "Uninstalling deletes everything here. Export a backup first.",
  "ready.recovered": ({ item }: { item: string }) =>
    `A capture was interrupted. What had been captured by then is kept as ${item}.`,
  "ready.recoveredFrames": ({ item, n }: { item: string; n: number }) =>
    `A capture was interrupted. We recovered ${plural(n, "screenshot", "screenshots")}, kept as ${item}.`,
  "ready.recoveredKeep": "Keep",
  "ready.recoveredView": "View",
  "ready.trashed": ({ item }: { item: string }) => `${item} is in the trash.`,

  "limits.title": "What it can and can’t show",
  "limits.can":
    "It keeps the page as your browser showed it and the steps taken; others can check the files against the bundle’s list.",
  "limits.cannot":
    "Alone it does not prove that the content is true, who is behind an account, that the page was unaltered before, or that the whole bundle was not remade.",
  "limits.notNotary":
    "It replaces no notary, and no court has to accept it. If it matters, ask a lawyer or a notary soon.",

  "chip.complete": "Complete as loaded",
  "chip.gaps": "With gaps",
  "chip.damaged": "Damaged",
  "chip.running": "Capturing",

  "capturing.title": "Capturing",
  "capturing.unclosed": "This capture could not be finished",
  "capturing.elapsed": ({ time }: { time: string }) => `Elapsed ${time}`,
  "capturing.firstScreen": "First screen",
  "capturing.firstScreenSafe": "First screen saved and safe",
  "capturing.page": "Page source and structure",
  "capturing.frames": "Scrolling screenshots",
  "capturing.framesOf": ({ i, n }: { i: string; n: string }) => `${i} of about ${n}`,
  "capturing.framesUnknown": ({ i }: { i: string }) => `Screen ${i}`,
  "capturing.after": "Text and page after scrolling",
  "capturing.extras": "What you also keep",
  "capturing.stitch": "Stitched picture",
  "capturing.check": "Checking and fingerprints",
  "capturing.keepFront": "Please keep this tab in front.",
  "capturing.paused": "You switched tabs, so screenshots paused. They resume when you return to the page.",
  "capturing.waiting": "Another capture is scrolling. This one continues after it.",
  "capturing.finishing": "Scrolling is done. You may use the page again.",
  "capturing.closeable": "You can close this window; the capture goes on.",
  "capturing.others": ({ n }: { n: number }) =>
    `${plural(n, "other capture is", "other captures are")} running.`,
  "capturing.stop": "Stop and keep what’s captured",
  "capturing.stopping": "Stopping…",
  "capturing.discard": "Discard this capture",
  "capturing.discardConfirm": "It goes to the trash and can be restored for 30 days.",
  "capturing.discardYes": "Move to trash",
  "capturing.discardNo": "Go on capturing",
  "copy.onlyInPicture": "Only in the screenshot: embedded from another site",
  "copy.leftOut": "Not in this copy",

  "stage.done": "done",
  "stage.now": "in progress",
  "stage.next": "to come",

  "saved.title": ({ item }: { item: string }) => `Saved as ${item}`,
  "saved.partial": ({ item }: { item: string }) => `Saved as ${item}, with gaps`,
  "saved.screenshots": "Screenshots",
  "saved.text": "Text",
  "saved.pictures": "Pictures",
  "saved.stitched": "Stitched picture",
  "saved.redrawn": "Re-drawn picture, not a screenshot",
  "saved.source": "Page source",
  "saved.seconds": "Took",
  "saved.size": "Size",
  "saved.n": ({ n }: { n: string }) => n,
  "saved.secondsValue": ({ n }: { n: string }) => `${n} s`,
  "saved.kept": "kept",
  "saved.notKept": "not kept",
  "saved.interrupted": "This capture was interrupted; what there was is kept.",
  "saved.requests": ({ n }: { n: number }) =>
    `For this, addresses of the page were asked for again, ${plural(n, "time", "times")}; the browser may have had some of it still.`,
  "saved.wall":
    "There was a box that asks to sign in, to verify something or to open an app: this may not be the post, or not all of it. Deal with it and capture again; this capture is kept as it is, and says so.",
  "saved.cookies": "There was a cookie notice over a part of the page.",
  "saved.redacted": "Passwords, one-time codes and the like were left out on purpose.",
  "saved.gaps": ({ n }: { n: number }) => `${plural(n, "gap", "gaps")}. Everything else is safe.`,
  "saved.where": ({ where }: { where: string }) => `Where: ${where}`,
  "saved.steps": "Steps that did not finish",
  "saved.done": "Done",
  "saved.export": "Export…",
  "saved.undo": "Undo: move to trash",
  "saved.stamp": ({ name, time }: { name: string; time: string }) => `Time stamp by ${name}: ${time}`,
  "saved.stampLate": ({ name, time, late }: { name: string; time: string; late: string }) =>
    `Time stamp by ${name}: ${time}, ${late} after the capture`,
  "saved.clock": "Your computer’s clock",
  "saved.stampWaiting": ({ name }: { name: string }) =>
    `Time stamp by ${name}: not here yet, asked for again by itself`,
  "saved.announce": ({ item }: { item: string }) => `Capture finished, saved as ${item}.`,

  "discarded.title": ({ item }: { item: string }) => `${item} is in the trash`,
  "discarded.body": "It can be restored for 30 days. That it was discarded stands in the log.",
  "discarded.restore": "Undo: restore",

  "export.title": "Export a bundle",
  "export.back": "Back",
  "export.what": "What to export",
  "export.all": ({ n }: { n: number }) => `Everything: ${plural(n, "item", "items")}`,
  "export.case": ({ name }: { name: string }) => `The whole case that new captures go to: ${name}`,
  "export.selected": "Only what I choose",
  "export.find": "Find by number or site",
  "export.shown": ({ shown, n }: { shown: string; n: string }) => `The newest ${shown} of ${n} are shown.`,
  "export.chosen": ({ n }: { n: number }) => `${plural(n, "item", "items")} chosen`,
  "export.loading": "Reading the list…",
  "export.privacy":
    "The bundle’s log shows how often and when you captured, deleted and exported, across all items; no addresses and no content.",
  "export.noStamp": "The bundle as a whole has no third-party time stamp.",
  "export.stampFrom": ({ names }: { names: string }) =>
    `A time stamp is asked for from ${names}: only a fingerprint of the bundle’s list is sent.`,
  "export.stamped": ({ name, time }: { name: string; time: string }) => `Time stamp by ${name}: ${time}`,
  "export.stampMissing": ({ name }: { name: string }) =>
    `The time stamp by ${name} did not come in time. The bundle is sound without it; it is asked for again by itself.`,
  "export.stampLate": ({ name, time }: { name: string; time: string }) =>
    `The time stamp by ${name} has come: ${time}. It is not in the first ZIP.`,
  "export.complete": "Save the bundle with it",
  "export.completing": "Making the bundle…",
  "export.stampAlone": ({ name }: { name: string }) => `Only the stamp by ${name}`,
  "export.stampedTitle": "The bundle with its time stamp",
  "export.stampedWhat":
    "The same files as before; only the time stamp is new. Both ZIPs are valid, each with its own fingerprint.",
  "ready.stampLate": "A time stamp has come for a bundle that you exported.",
  "export.report": "Report, list of evidence and notary route sheet",
  "export.report.zh-CN": "In Chinese",
  "export.report.en": "In English",
  "export.report.both": "In Chinese and English",
  "export.report.none": "None of them",
  "export.reportSkip": "Go on without these papers",
  "export.reportStopped":
    "The report, the list of evidence and the notary route sheet were given up; the bundle is without them.",
  "export.listStopped":
    "The list of evidence and the notary route sheet were given up; the bundle is without them.",
  "export.routeStopped": "The notary route sheet was given up; the bundle is without it.",
  "export.draftStopped": "A draft was given up; the bundle is without it.",
  "export.start": "Make the bundle",
  "export.starting": "Starting…",
  "export.running": "Making the bundle",
  "export.progress": ({ done, total }: { done: string; total: string }) => `${done} of ${total}`,
  "export.closeable": "You can close this window; it goes on.",
  "export.done": "Handed to the browser to download",
  "export.doneCheck": "Please look in the downloads list to see that it was saved.",
  "export.at": "Made",
  "export.items": "Items",
  "export.file": "File",
  "export.size": "Size",
  "export.sha256": "SHA-256 of the ZIP, all 64 digits",
  "export.copy": "Copy",
  "export.copied": "Copied",
  "export.leftOut": ({ n }: { n: number }) =>
    `${plural(n, "item was", "items were")} left out, damaged or still being captured; the bundle says which.`,
  "export.next": ({ n }: { n: number }) =>
    `A bundle can hold 200,000 files at most. ${plural(n, "item did", "items did")} not fit and ${n === 1 ? "goes" : "go"} into another bundle; this one says which.`,
  "export.nextOpen": "Export the rest",
  "export.adviceKeep": "Keep these 64 digits apart from the file, for example in a message to your lawyer.",
  "export.adviceZip": "Don’t unpack and pack it again: the digits would no longer match.",
  "export.again": "Export again",

  "settings.title": "Settings",
  "settings.open": "Time stamps and settings",
  "settings.time": "Third-party time stamps",
  "settings.timeWhat":
    "A time stamp authority confirms that a record existed no later than a given time. It does not see the record, and says nothing about whether it is true. Off unless you switch one on.",
  "settings.timeConsent":
    "While one is on, a fingerprint (SHA-256, 64 digits) is sent to it after each capture, over that item’s record, and at each export, over the bundle’s list; and once, over this device’s public key. Never a picture, an address or text. It sees your IP address, as any site does.",
  "settings.timeForeign": ({ operator }: { operator: string }) =>
    `${operator} (US; whether a court in China recognises it is not verified)`,
  "settings.timeTo": ({ url }: { url: string }) => `Sent to ${url}`,
  "settings.timeToPlain": ({ url }: { url: string }) =>
    `Sent to ${url}, unencrypted: others on the network can see that a time stamp is asked for, and the fingerprint. The answer is signed and is checked.`,
  "settings.timeNotAllowed":
    "The browser does not allow access yet; nothing is sent. Switch it off and on again.",
  "settings.timeRefused":
    "The browser’s question was answered with no, so nothing was switched on and nothing is sent.",
  "settings.timeOwn": "Another authority…",
  "settings.timeOwnUrl": "Its address (RFC 3161, http or https)",
  "settings.timeOwnAuthorization": "Authorization header, if it asks for one (sent to it alone)",
  "settings.timeOwnAdd": "Add and switch on",
  "settings.timeRemove": "Remove",
  "settings.timeRemoveOf": ({ name }: { name: string }) => `Remove ${name}`,
  "settings.timeRemoveWhat":
    "Its address and authorization are deleted. To use it again, you would enter them again. Time stamps that came stay as they are.",
  "settings.timeWaiting": ({ n, time }: { n: number; time: string }) =>
    `${plural(n, "time stamp has", "time stamps have")} not come yet. Next try: ${time}.`,
  "settings.timeStampAll": "Stamp items that have none",
  "settings.timeWanted": ({ n }: { n: number }) =>
    n === 0
      ? "Every item has been stamped or asked for."
      : `${plural(n, "time stamp", "time stamps")} asked for.`,
  "settings.key": "This device’s signing key",
  "settings.keyWhat":
    "Every bundle is signed with it. Read these 64 digits to your lawyer over the telephone once: then they can check that a bundle is signed with the same key. It stands for this installation, not for a person; a new installation has a new key.",
  "settings.keyMade": ({ time }: { time: string }) => `Made on ${time}, by this computer’s clock.`,
  "settings.keyStamped": ({ name, time }: { name: string; time: string }) =>
    `Time stamp by ${name}, ${time}: by then the key existed.`,
  "settings.keyStampWaiting": ({ name }: { name: string }) =>
    `Time stamp by ${name}: not here yet, asked for again by itself.`,
  "settings.keyNoStamp":
    "No third-party time stamp says when it already existed. While an authority is on above, one is asked for, once.",

  "check.title": "Check all files",
  "check.what":
    "Reads every kept file again and compares its fingerprint with that of the day it was sealed. It changes nothing and sends nothing; the log notes how it came out.",
  "check.start": "Check all files again",
  "check.running": ({ done, total }: { done: string; total: string }) =>
    `Checking: ${done} of ${total} items. You can close this page; it goes on.`,
  "check.never": "Not checked yet.",
  "check.nothing": ({ time }: { time: string }) => `Checked on ${time}: there was nothing to check.`,
  "check.whole": ({ time, files, n }: { time: string; files: string; n: number }) =>
    `Checked on ${time}: ${files} files of ${plural(n, "item", "items")}, all as sealed.`,
  "check.damaged": ({ time, files, n }: { time: string; files: string; n: number }) =>
    `Checked on ${time}: ${files} files of ${plural(n, "item", "items")}. Damaged, missing or changed since sealing:`,
  "check.advice":
    "The other items are not touched and can be exported: do that first. A damaged item is left out of a bundle, which says so; where you exported it before, that bundle still holds it. Don’t delete it.",

  "error.label": "Problem",
  "error.diagnostics": "Copy facts of the problem (no addresses, no content)",
  "error.diagnosticsLabel": "Facts of the problem",
  "error.diagnosticsCopied": "Copied. Below is everything that was copied.",
  "error.diagnosticsNotCopied": ({ code }: { readonly code: string }) =>
    `Not copied (${code}). Mark the text below, if there is one, and copy it by hand.`,
  "error.dismiss": "Got it",
} as const
