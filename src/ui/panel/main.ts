/**
 * The panel beside the pages, for capturing one after another: the popup's view,
 * which stays open from tab to tab. It takes no pictures itself: those are the
 * background's, or an open popup's.
 */
import { wordsFor } from "../../i18n/words.ts"
import { captureShortcut, mayPhotograph, pageAccess, uiLanguage, watchFront } from "../../platform/popup.ts"
import { currentCase } from "../../vault/read-cases.ts"
import { openVault, recentCapturesIn } from "../../vault/read.ts"
import { untilUnlocked } from "../parts/lock-screen.ts"
import { captureFront } from "../popup/capture-front.ts"
import { openView } from "../popup/surface.ts"

/** As many as are of use while working. */
const RECENT = 8

const vault = openVault()
await untilUnlocked(vault, wordsFor(uiLanguage()), () => captureFront("panel"))

const { store, readFront, report } = openView(vault, {
  kind: "panel",
  recent: async () => recentCapturesIn(vault, (await currentCase(vault)).id, RECENT),
  leave: () => undefined,
  accessTo: async url => ((await mayPhotograph(url)) ? pageAccess(url) : "not-granted"),
})

readFront()
watchFront(() => {
  readFront()
  readShortcut()
})
readShortcut()

function readShortcut(): void {
  captureShortcut().then(shortcut => {
    if (shortcut !== store.read().shortcut) store.change({ shortcut })
  }, report)
}
