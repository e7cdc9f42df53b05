/**
 * What the browser and the shops say about the extension: the build writes
 * these into `_locales/`, and the manifest names them as `__MSG_…__`. Shops cut
 * a name at 45 characters, a short name at 12 and a description at 132.
 */
export const en = {
  extensionName: "Holdfast 固证",
  extensionShortName: "Holdfast",
  extensionDescription:
    "Keep a post that defames you as evidence on your own computer: one click, no account, a file anyone can check.",
  actionTitle: "Holdfast: capture this page",
  commandCapture: "Capture this page at once",
} as const
