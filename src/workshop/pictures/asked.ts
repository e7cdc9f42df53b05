/** What the page that makes papers asks of a worker that reads pictures for it, and what comes back. */
import { type PictureSlice } from "../../core/papers/slices.ts"

/** `picture`: a number that the asker chose when it was opened. */
export type PictureWork =
  | { readonly do: "open"; readonly picture: number; readonly file: Blob }
  | {
      readonly do: "part"
      readonly picture: number
      readonly slice: PictureSlice
      /** In pixels. */
      readonly across: number
    }
  | { readonly do: "close"; readonly picture: number }
  | { readonly do: "unit"; readonly unit: string }

/** `id` is the answer's as well. */
export interface AskedWork {
  readonly id: number
  readonly work: PictureWork
}

export type WorkAnswer =
  | { readonly id: number; readonly made: unknown }
  /** In the words of the browser, for the facts to copy. */
  | { readonly id: number; readonly failed: string }
