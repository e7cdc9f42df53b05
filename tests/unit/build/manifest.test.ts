import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { type Browser, chromeId, manifestFor, type SourceManifest } from "../../../scripts/build/manifest.ts"

const source = JSON.parse(readFileSync("manifest.json", "utf8")) as SourceManifest
const built = (browser: Browser) => manifestFor(source, browser, "1.2.3")

const silent = [
  "activeTab",
  "scripting",
  "storage",
  "unlimitedStorage",
  "contextMenus",
  "alarms",
  "declarativeNetRequestWithHostAccess",
]

test.each([
  ["chrome", "permissions", [...silent, "offscreen", "sidePanel"].sort()],
  ["firefox", "permissions", [...silent].sort()],
] as const)(
  "the %s build asks at install for what warns of nothing, and no more",
  (browser, field, allowed) => {
    const asked = built(browser)[field] as string[]
    expect([...asked].sort()).toEqual(allowed)
  },
)

test.each(["host_permissions", "content_scripts", "web_accessible_resources", "externally_connectable"])(
  "neither build has %s",
  field => {
    expect(built("chrome")).not.toHaveProperty(field)
    expect(built("firefox")).not.toHaveProperty(field)
  },
)

test.each([
  ["chrome", ["pageCapture", "tabCapture", "webRequest"]],
  ["firefox", ["webRequest", "webRequestBlocking"]],
] as const)("the %s build may ask later for %j, which extras need, and for no more", (browser, allowed) => {
  expect([...(built(browser).optional_permissions as string[])].sort()).toEqual(allowed)
})

test.each(["chrome", "firefox"] as const)(
  "the %s build may ask for single hosts, at the moment of use, and for all of them for one picture",
  browser => {
    expect(built(browser).optional_host_permissions).toEqual(["http://*/*", "https://*/*", "<all_urls>"])
  },
)

test.each([
  ["chrome", "version", "1.2.3"],
  ["firefox", "version", "1.2.3"],
  ["chrome", "background", { service_worker: "background.js", type: "module" }],
  ["firefox", "background", { scripts: ["background.js"], type: "module" }],
  ["chrome", "minimum_chrome_version", "125"],
  ["firefox", "minimum_chrome_version", undefined],
  ["chrome", "browser_specific_settings", undefined],
  [
    "firefox",
    "browser_specific_settings",
    {
      gecko: {
        id: "holdfast@guzheng.app",
        strict_min_version: "140.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  ],
  ["chrome", "side_panel", { default_path: "ui/panel.html" }],
  ["firefox", "side_panel", undefined],
  ["chrome", "sidebar_action", undefined],
  ["chrome", "key", source.key],
  ["firefox", "key", undefined],
  ["chrome", "default_locale", "zh_CN"],
  ["firefox", "default_locale", "zh_CN"],
] as const)("in the %s build, %s is %j", (browser, field, value) => {
  expect(built(browser)[field]).toEqual(value)
})

test.each(["chrome", "firefox"] as const)(
  "pages of the %s build load nothing but their own files",
  browser => {
    expect(built(browser).content_security_policy).toEqual({
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "media-src 'self' blob:",
        "connect-src 'self' https: http:",
        "form-action 'none'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
      ].join("; "),
    })
  },
)

test("Firefox does not open the sidebar by itself at installation", () => {
  expect(built("firefox").sidebar_action).toMatchObject({
    default_panel: "ui/panel.html",
    open_at_install: false,
  })
})

test("the version in git is 0.0.0: the build stamps it", () => {
  expect(source.version).toBe("0.0.0")
})

test("the id in Chromium is fixed, so that a new build finds the vault of the old one", () => {
  expect(chromeId(source.key)).toBe("jnldlcbddpmidgccfengiakbnpfpaemf")
})

test("the id is what coreutils make of the key", () => {
  const shell = "base64 -d | sha256sum | cut -c1-32 | tr 0-9a-f a-p"
  const id = execFileSync("bash", ["-c", shell], { input: source.key, encoding: "utf8" })
  expect(chromeId(source.key)).toBe(id.trim())
})

test("the key is a public one, and openssl reads it", () => {
  const args = ["pkey", "-pubin", "-inform", "DER", "-noout", "-text"]
  const text = execFileSync("openssl", args, { input: Buffer.from(source.key, "base64"), encoding: "utf8" })
  expect(text).toMatch(/^Public-Key: \(2048 bit\)/)
})

test.each([
  ["chrome", "Alt+Shift+S"],
  ["firefox", "Alt+Shift+K"],
] as const)("the shortcut of %s is one that the browser lets through: %s", (browser, keys) => {
  expect(built(browser).commands).toMatchObject({ capture: { suggested_key: { default: keys } } })
})
