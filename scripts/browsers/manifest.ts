import { readFileSync } from "node:fs"
import { join } from "node:path"

/** What driving needs to know of a built extension. */
export interface BuiltManifest {
  readonly name: string
  /** Path of the popup, or null where the icon has none. */
  readonly popup: string | null
  /** Path of the side panel or the sidebar, or null where there is none. */
  readonly panel: string | null
  readonly geckoId: string | null
}

/** Our own build's manifest, so its shape is taken as it stands. Throws with advice where there is none. */
export function readBuiltManifest(extensionDir: string): BuiltManifest {
  const manifest = JSON.parse(readFileSync(join(extensionDir, "manifest.json"), "utf8")) as {
    readonly name: string
    readonly action?: { readonly default_popup?: string }
    readonly side_panel?: { readonly default_path?: string }
    readonly sidebar_action?: { readonly default_panel?: string }
    readonly browser_specific_settings?: { readonly gecko?: { readonly id?: string } }
  }
  return {
    name: manifest.name,
    popup: manifest.action?.default_popup ?? null,
    panel: manifest.side_panel?.default_path ?? manifest.sidebar_action?.default_panel ?? null,
    geckoId: manifest.browser_specific_settings?.gecko?.id ?? null,
  }
}
