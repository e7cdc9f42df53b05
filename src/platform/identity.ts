/** Which browser, which system, which build of ours. */
import { asFields, asString } from "../core/parse.ts"
import { type Bytes, hex } from "../core/bytes.ts"
import { type ToolIdentity } from "../core/bundle/snapshot.ts"
import { browser } from "./browser.ts"

export interface BrowserIdentity {
  readonly browser: string
  readonly version: string
  readonly os: string
  readonly locale: string
  readonly userAgent: string
}

interface HighEntropy {
  readonly fullVersionList?: readonly { readonly brand: string; readonly version: string }[]
  readonly platformVersion?: string
  readonly platform?: string
}

declare const navigator: Navigator & {
  readonly userAgentData?: { getHighEntropyValues(hints: string[]): Promise<HighEntropy> }
}

export async function readBrowser(): Promise<BrowserIdentity> {
  const { os, arch } = await browser.runtime.getPlatformInfo()
  const shared = { locale: navigator.language, userAgent: navigator.userAgent }
  const hints = await navigator.userAgentData?.getHighEntropyValues(["fullVersionList", "platformVersion"])
  // A list like Chromium, Google Chrome and a made-up brand; the most specific real one names the browser.
  const brands = (hints?.fullVersionList ?? []).filter(({ brand }) => !/not.?a.?brand/i.test(brand))
  const brand = brands.find(({ brand: name }) => name !== "Chromium") ?? brands[0]
  if (brand) {
    const system = `${hints?.platform ?? os} ${hints?.platformVersion ?? ""} ${arch}`.replace(/\s+/g, " ")
    return { browser: brand.brand, version: brand.version, os: system, ...shared }
  }
  const { name, version, buildID } = await browser.runtime.getBrowserInfo()
  return { browser: name, version: `${version} (${buildID})`, os: `${os} ${arch}`, ...shared }
}

/**
 * This build: version and commit as the build wrote them, and the SHA-256 of
 * its files.sha256, computed here and now from the installed file.
 */
export async function readTool(): Promise<ToolIdentity> {
  const list = await readOwnFile("files.sha256")
  const info = asFields(JSON.parse(new TextDecoder().decode(await readOwnFile("build.json"))), "build.json")
  return {
    name: "Holdfast",
    version: asString(info.version, "version"),
    commit: asString(info.commit, "commit"),
    build: hex(new Uint8Array(await crypto.subtle.digest("SHA-256", list))),
  }
}

/** A file of the installed extension, by its path in the package. */
export async function readOwnFile(path: string): Promise<Bytes> {
  return new Uint8Array(await (await fetch(browser.runtime.getURL(path))).arrayBuffer())
}
