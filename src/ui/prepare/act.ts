/** What the buttons of the page do, by name (`data-act`). Those of an export's course are the popup's own. */
export const prepareActs = [
  ...(["next", "back", "quote", "make", "make-passphrase", "skip-report"] as const),
  ...(["stop-export", "complete-export"] as const),
  ...(["save-stamp", "copy", "open-attach", "open-settings", "open-export", "keep-sent"] as const),
] as const
export type PrepareAct = (typeof prepareActs)[number]

export const isPrepareAct = (name: string | undefined): name is PrepareAct =>
  prepareActs.some(act => act === name)
