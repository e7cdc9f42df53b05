/** What a page of capture.md §5 is to a test: how it is served, and what a capture of it must show and say. */
import { type Page, type Target } from "../../../scripts/browsers/driver.ts"
import { type Route } from "../../../scripts/site/serve-site.ts"
import { type Colour, hexColour } from "../harness/picture.ts"
import { target } from "../harness/target.ts"
import { type State } from "./state.ts"
import { type Seen } from "./seen.ts"

export interface NastyPage {
  /** Of capture.md §5. */
  readonly numbers: readonly number[]
  readonly name: string
  readonly page: string | Route
  /** Further addresses that it needs. */
  readonly routes?: Readonly<Record<string, Route>>
  /** The site as it is asked for, where that is not its plain origin. */
  readonly address?: (origin: string) => string
  /** The gaps as `what:reason`, exactly; none unless told. */
  readonly gaps?: readonly string[] | Readonly<Record<Target, readonly string[]>>
  /** CSS pixels of grey bands that the middle of the stitched page shows from its first row on; null: it has none. */
  readonly bands?: number | null
  /** Where else colours stand in the stitched page: in these rows of that column, and in no other. */
  readonly spots?: readonly Spot[]
  /** Where the user has scrolled to, in CSS pixels; 300 unless told. */
  readonly at?: number
  /** What the user does before the click. */
  readonly before?: (page: Page) => Promise<unknown>
  /** What the page changes of itself when it is scrolled, by whomever. */
  readonly changed?: Partial<State>
  /** Anything else that must hold. */
  readonly check?: (seen: Seen, page: Page) => Promise<void> | void
}

/** Lengths are CSS pixels. */
export interface Spot {
  readonly x: number
  readonly colour: Colour
  readonly rows: readonly (readonly [from: number, to: number])[]
}

export const HEIGHT = 3_000

export const gapsOf = ({ gaps = [] }: NastyPage): readonly string[] =>
  "chrome" in gaps ? gaps[target] : gaps

export const script = (code: string): string => `<script>${code}</script>`

export const style = (css: string): string => `<title>nasty</title><style>${css}</style>`

/** Rows of a colour in normal flow. */
export const block = (height: number, colour: Colour, extra = ""): string =>
  `<div style="height:${height}px;background:${hexColour(colour)};${extra}"></div>`

export const typed =
  (
    type: string,
    body: string | Buffer,
    headers: Readonly<Record<string, string>> = {},
    status = 200,
  ): Route =>
  (_request, response) => {
    response.writeHead(status, { "Content-Type": type, ...headers })
    response.end(body)
  }

export const html = (body: string, headers: Readonly<Record<string, string>> = {}, status = 200): Route =>
  typed("text/html; charset=utf-8", body, headers, status)
