/** Words of what an item may be, or may have beside it. */
import type { ClaimName, ImportKind, Stated } from "../imported.ts"

/** Of what the user added to an item's pictures. */
export interface MarksWords {
  readonly marks: string
  readonly marksCount: (count: number) => string
  readonly marksNone: string
  readonly marksNote: string
  readonly redactedCopy: string
  /** The SHA-256 of the original follows. */
  readonly redactedCopyOf: (boxes: number, original: string, time: string) => string
}

/** Of an item that is a file from elsewhere. */
export interface ImportedWords {
  readonly importedFile: string
  readonly importedNote: string
  /** Among the limits of a bundle that holds one. */
  readonly importedLimit: string
  readonly importedAt: string
  readonly importedFrom: (time: string) => string
  readonly importedKind: string
  readonly importedKindSaid: (kind: ImportKind, by: "bytes" | "name") => string
  readonly byNameAlone: (kind: string) => string
  readonly lastModified: string
  readonly statedTitle: string
  readonly statedNone: string
  /** One line a thing that the user said. */
  readonly stated: (stated: Stated) => readonly string[]
  readonly claimsTitle: string
  readonly claimsNone: string
  readonly claimName: (name: ClaimName) => string
  readonly positionThere: string
}
