/** What the toolbar icon and the context menu say. */
export const badge = {
  "badge.working": ({ name }: { name: string }) => `${name}: capturing`,
  "badge.saved": ({ name, item }: { name: string; item: string }) => `${name}: saved as ${item}`,
  "badge.problem": ({ name, code }: { name: string; code: string }) =>
    `${name}: a capture has a problem (${code}). What was saved is safe; open it for details.`,
  "menu.capture": "Capture this page with Holdfast",
}
