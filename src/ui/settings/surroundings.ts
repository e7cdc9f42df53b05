/** What a section of the settings is given that follows one choice of the user's. */
import { type Ask } from "../../platform/messaging.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { type Vault } from "../../vault/schema.ts"

export interface Surroundings<T> {
  readonly vault: Vault
  readonly background: Ask<BackgroundApi>
  readonly show: (chosen: T) => void
  readonly report: (thrown: unknown) => void
}
