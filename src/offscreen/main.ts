/** Chromium's offscreen document: a page without a window, for long work on bytes. Firefox does it in its background page. */
import { backgroundClient } from "../platform/popup.ts"
import { openWorkshop } from "../platform/workshop.ts"
import { openVault } from "../vault/read.ts"
import { workshopHandlers } from "../workshop/workshop.ts"

const background = backgroundClient()

openWorkshop(
  workshopHandlers(openVault(), {
    onExport: async (exportId, done, total) => {
      await background("noteExportProgress", { exportId, done, total })
    },
    onCheck: async (done, total) => {
      await background("noteCheckProgress", { done, total })
    },
    onRecording: {
      kept: captureId => background("noteRecording", { captureId }),
      ended: (captureId, end) => background("endRecording", { captureId, ...end }),
    },
  }),
)
