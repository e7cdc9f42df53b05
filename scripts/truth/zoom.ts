declare const chrome: {
  readonly tabs: {
    query(filter: object): Promise<readonly { readonly id: number }[]>
    setZoom(id: number, factor: number): Promise<void>
  }
}

/** Runs in a document or worker of the extension: gives the tab in front the browser's own zoom, as a person does. */
export async function zoomFrontTab(factor: number): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
  if (tab !== undefined) await chrome.tabs.setZoom(tab.id, factor)
}
