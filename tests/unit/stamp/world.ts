/** A folder, an authority in it, and certificates that no authority should have. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { type Bytes, utf8 } from "../../../src/core/bytes.ts"
import {
  CA_EXTENSIONS,
  type Identity,
  type IdentityOptions,
  TSA_EXTENSIONS,
  makeIdentity,
} from "./authority.ts"

export interface World {
  readonly folder: string
  readonly data: Bytes
  readonly root: Identity
  readonly ca: Identity
  readonly tsa: Identity
  /** An RSA one. */
  readonly rsa: Identity
  /** Under `ca`. */
  readonly low: Identity
  /** A certificate by `issuer`, the root where none is named. */
  make(options: Partial<IdentityOptions>): Identity
  end(): void
}

export const bytes = (buffer: Uint8Array): Bytes => Uint8Array.from(buffer)

export function makeWorld(): World {
  const folder = mkdtempSync(path.join(tmpdir(), "holdfast-stamp-"))
  const root = makeIdentity(folder, { name: "Root", extensions: CA_EXTENSIONS })
  const make = (options: Partial<IdentityOptions>): Identity =>
    makeIdentity(folder, { name: "TSA", issuer: root, extensions: TSA_EXTENSIONS, ...options })
  const ca = make({ name: "CA", extensions: [...CA_EXTENSIONS, "authorityKeyIdentifier = keyid"] })
  return {
    ...{ folder, data: utf8("tagmanifest\n"), root, ca, make },
    tsa: make({}),
    rsa: make({ key: "rsa" }),
    low: make({ issuer: ca }),
    end: () => {
      rmSync(folder, { recursive: true })
    },
  }
}

/** The lines of `extensions` with those of this name put as told, or left out. */
export function withExtension(extensions: readonly string[], name: string, line: string | null): string[] {
  const kept = extensions.filter(other => !other.startsWith(`${name} =`))
  return line === null ? kept : [...kept, `${name} = ${line}`]
}
