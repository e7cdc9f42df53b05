/** In place of a decoder for fonts of the web, of which the one that papers are set in is none: it unpacks its dictionary whenever it is loaded. */
import { EvidenceError } from "../core/errors.ts"

function decompress(): never {
  throw new EvidenceError("internal", "no font of this kind is read here")
}

// The library that is replaced has it as its default.
export { decompress as default }
