/** A sign of which style rules a document has: rules that come later, or are switched on, are no mutation of it. */
export function sheetsOf(root: Document): string {
  const sheets = [...root.styleSheets, ...root.adoptedStyleSheets]
  return sheets.map(sheet => (sheet.disabled ? "-" : String(ruleCount(sheet)))).join()
}

/** Those of another site's sheet cannot be counted: that it is there says enough. */
function ruleCount(sheet: CSSStyleSheet): number {
  try {
    return sheet.cssRules.length
  } catch {
    return -1
  }
}
