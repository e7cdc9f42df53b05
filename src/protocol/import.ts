/** What is said about files from elsewhere: by our pages to the background, and by it to where bytes are read. */
import type { ImportRead, Stated } from "../core/imported.ts"
import type { Sha256 } from "../core/seal/hash.ts"

/** A file whose bytes are stored already, under `file`. */
export interface GivenFile {
  readonly file: Sha256
  readonly name: string
  /** What its disk says, as the browser gives it, ISO 8601 in UTC; null where it says nothing. */
  readonly lastModified: string | null
  readonly stated: Stated
}

/** Asked by our own pages; answered by the background. */
export interface ImportApi {
  /**
   * Makes an item of a file, and answers once it is sealed: read back, and its record in custody. Throws `vault/…`;
   * what had been begun by then is closed at the next start.
   */
  importFile(input: GivenFile): { captureId: string; item: number }
}

/** Asked by the background; answered where long work on bytes is done. */
export interface ImportReaderApi {
  /** Reads what a stored file says of itself. It is never shown or run by this. Throws `vault/…`. */
  readImported(input: { file: Sha256; name: string }): ImportLooked
}

export type ImportLooked = ImportRead & {
  /** Words that the file holds as text, stored under this hash; null where there are none, or none that can be told. */
  readonly text: { readonly file: Sha256; readonly bytes: number; readonly at: string } | null
}
