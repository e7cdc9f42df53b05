/**
 * Two ids that the popup keeps for the reader's comfort: which recovered capture
 * they have seen, and what they last put in the trash. Losing them loses no
 * evidence, so they are not in the vault.
 */
export type Remembered = "recovered" | "trashed"

export interface Memory {
  read(name: Remembered): string | null
  write(name: Remembered, captureId: string): void
}

/** `storage` is null where the browser refuses it: then the notices simply come again. */
export const memoryIn = (storage: Pick<Storage, "getItem" | "setItem"> | null): Memory => ({
  read: name => storage?.getItem(keyOf(name)) ?? null,
  write: (name, captureId) => storage?.setItem(keyOf(name), captureId),
})

/** The page's own storage; null where reading it throws, as it does when the browser blocks all site data. */
export function pageStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

const keyOf = (name: Remembered) => `holdfast.popup.${name}.v1`
