/** What the library's buttons do, by name (`data-act`). Those of an export's course are the popup's own. */
export const libraryActs = [
  "show-view",
  "clear",
  "show-words",
  "open-item",
  "deselect",
  "ask-trash",
  "cancel-trash",
  "trash",
  "undo",
  "restore-chosen",
  "new-case",
  "rename-case",
  "cancel-case",
  "keep-case",
  "archive-case",
  "choose-case",
  "export-case",
  "ask-move",
  "cancel-move",
  "move",
  "open-export",
  "export-unbacked",
  "close-export",
  "start-export",
  "skip-report",
  "complete-export",
  "save-stamp",
  "make-passphrase",
  "open-attach",
  "open-settings",
  "copy",
  "dismiss",
] as const
export type LibraryAct = (typeof libraryActs)[number]

export const isLibraryAct = (name: string | undefined): name is LibraryAct =>
  libraryActs.some(act => act === name)
