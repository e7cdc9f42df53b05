/** What the toolbar icon and the context menu say. */
export const badge = {
  "badge.working": "Holdfast: capturing",
  "badge.saved": ({ item }: { item: string }) => `Holdfast: saved as ${item}`,
  "badge.problem": ({ code }: { code: string }) =>
    `Holdfast: a capture has a problem (${code}). What was saved is safe; open Holdfast for details.`,
  "menu.capture": "Capture this page with Holdfast",
}
