/** What comes from elsewhere: proofs of items that are here, and files that become items. */
import { type Handlers } from "../platform/messaging.ts"
import { keepingAwake } from "../platform/workshop.ts"
import { type BackgroundApi } from "../protocol.ts"
import { importFile } from "./import-file.ts"
import { importProof } from "./import-proof.ts"
import { type Ports } from "./ports.ts"

/** @param onItem hears of each item that a file became */
export const importHandlers = (
  ports: Ports,
  onItem: () => void,
): Handlers<Pick<BackgroundApi, "importProof" | "importFile">> => ({
  importProof: given => importProof(ports, given),
  importFile: async given => {
    const made = await keepingAwake(importFile(ports, given))
    onItem()
    return made
  },
})
