/**
 * The popup. It is a view and nothing more: what it shows is read from the
 * vault, what it does is asked of the background, and closing it changes nothing.
 */
import { wordsFor } from "../../i18n/words.ts"
import { openShutter, pageAccess, uiLanguage } from "../../platform/popup.ts"
import { openVault, recentCaptures } from "../../vault/read.ts"
import { takeFrame } from "../../workshop/take-frame.ts"
import { untilUnlocked } from "../parts/lock-screen.ts"
import { captureFront } from "./capture-front.ts"
import { openView } from "./surface.ts"

const vault = openVault()
// First of all: from here on the background may ask this popup for pictures.
openShutter({ takeFrame: ({ windowId }) => takeFrame(vault, windowId) })

await untilUnlocked(vault, wordsFor(uiLanguage()), () => captureFront("popup"))

openView(vault, {
  kind: "popup",
  recent: () => recentCaptures(vault, 4),
  leave: () => {
    window.close()
  },
  accessTo: pageAccess,
}).readFront()
