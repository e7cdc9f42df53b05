/** The panel beside the pages, for capturing one after another. */
export const panel = {
  "panel.title": "Holdfast side panel",
  "panel.open": "Side panel",
  "panel.recent": "Latest in this case",
  "panel.notGranted":
    "The browser doesn’t let this page be captured from here yet: a click in this panel is no permission for the page. On the page itself, do one of these:",
  "panel.byIcon": "click Holdfast’s toolbar icon, then press Enter",
  "panel.byKeys": ({ keys }: { keys: string }) => `press ${keys}`,
  "panel.byMenu": ({ name }: { name: string }) => `right-click the page and choose “${name}”`,
  "panel.shownHere": "The capture shows here at once.",
} as const satisfies Record<string, unknown>
