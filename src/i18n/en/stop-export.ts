/** Giving up an export as a whole. */
export const stopExport = {
  "export.stop": "Cancel the export",
  "export.stopWhat":
    "What was packed so far is thrown away and no file is handed to you. Your evidence stays as it is. The log will say that this export did not finish.",
  "export.stopYes": "Cancel this export",
}
