/** In a file that imports nothing which asks for the one that it stands for. */
import { utf8 } from "../../../src/core/bytes.ts"

export const fakeIdentity = {
  readTool: () =>
    Promise.resolve({ name: "Holdfast", version: "0.1.0", commit: "unknown", build: "b".repeat(64) }),
  readOwnFile: () => Promise.resolve(utf8("<!doctype html><title>verify</title>")),
}
