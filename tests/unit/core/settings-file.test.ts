import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { usualReminder } from "../../../src/core/backup.ts"
import { usualOptions } from "../../../src/core/capture-options.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { usualLanguages } from "../../../src/core/languages.ts"
import { changesBy } from "../../../src/core/settings-changes.ts"
import {
  type HeldSettings,
  newAuthorities,
  newRecipients,
  readSettingsFile,
  settingsFile,
} from "../../../src/core/settings-file.ts"

const wang = "age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew"
const authority = (url: string, authorization: string | null = null, on = true) => ({
  name: new URL(url).host,
  url,
  authorization,
  on,
})
const held: HeldSettings = {
  capture: { limits: { screens: 12, seconds: 60, items: 300 }, extras: ["server-record"] },
  authorities: [
    authority("http://timestamp.digicert.com/"),
    authority("https://tsa.example/", "Basic c2VjcmV0"),
    authority("https://tsa.example/query?key=s3cr3t"),
  ],
  recipients: [{ label: "王律师", key: wang }],
  languages: { pages: "en", reports: "both" },
  backup: { on: false, days: 30, items: 2 },
}
const usual: HeldSettings = {
  capture: usualOptions,
  authorities: [],
  recipients: [],
  languages: usualLanguages,
  backup: usualReminder,
}
const none = { recipients: false, secrets: false }
const all = { recipients: true, secrets: true }

describe("a settings file", () => {
  test("has no secret, no address that may be one, no name and no key, unless they are ticked", () => {
    const text = settingsFile(held, none)
    expect(text).not.toMatch(/secret|s3cr3t|c2VjcmV0|Basic|王律师|age1/)
    expect(readSettingsFile(text)).toEqual({
      capture: held.capture,
      languages: held.languages,
      backup: held.backup,
      authorities: [{ url: "https://tsa.example/", authorization: null }],
    })
  })

  test("has them where they are, each by its own tick", () => {
    expect(readSettingsFile(settingsFile(held, { ...none, recipients: true }))).toMatchObject({
      recipients: held.recipients,
      authorities: [{ authorization: null }],
    })
    const secrets = readSettingsFile(settingsFile(held, { ...none, secrets: true }))
    expect(secrets.recipients).toBeUndefined()
    expect(secrets.authorities).toEqual([
      { url: "https://tsa.example/", authorization: "Basic c2VjcmV0" },
      { url: "https://tsa.example/query?key=s3cr3t", authorization: null },
    ])
  })

  test("never says that an authority is on, nor names one that is offered anyway", () => {
    expect(settingsFile(held, all)).not.toMatch(/"on": true|digicert/)
  })

  test("that was just written changes nothing where it was written", () => {
    expect(changesBy(held, readSettingsFile(settingsFile(held, all)))).toEqual([])
    expect(changesBy(usual, readSettingsFile(settingsFile(usual, all)))).toEqual([])
  })
})

const file = (settings: unknown, head: object = {}) =>
  JSON.stringify({ format: "holdfast-settings", version: 1, settings, ...head })

describe("refused is", () => {
  test.each<[string, string, string]>([
    ["nothing at all", "", "settings/malformed"],
    ["what is no JSON", "<html>", "settings/malformed"],
    [
      "JSON of another kind",
      JSON.stringify({ format: "other", version: 1, settings: {} }),
      "settings/malformed",
    ],
    ["a list", "[]", "settings/malformed"],
    ["a file of a later version", file({ capture: "in a new form" }, { version: 2 }), "settings/newer"],
    ["a file of no version", file({}, { version: "1" }), "settings/malformed"],
    ["a file of version 0", file({}, { version: 0 }), "settings/malformed"],
    ["a file without settings", file(undefined), "settings/malformed"],
    [
      "a limit that a capture cannot end by",
      file({ capture: { ...usualOptions, limits: { screens: 0, seconds: 1, items: null } } }),
      "settings/malformed",
    ],
    [
      "an extra that there is not",
      file({ capture: { ...usualOptions, extras: ["upload"] } }),
      "settings/malformed",
    ],
    ["a reminder out of range", file({ backup: { on: true, days: 1e9, items: 5 } }), "settings/malformed"],
    [
      "a language that there is not",
      file({ languages: { pages: "xx", reports: "page" } }),
      "settings/malformed",
    ],
    [
      "an authority that is no address of the web",
      file({ authorities: [{ url: "file:///etc/passwd" }] }),
      "settings/malformed",
    ],
    [
      "an authority with a password in its address",
      file({ authorities: [{ url: "https://a:b@tsa.example/" }] }),
      "settings/malformed",
    ],
    [
      "a header with a line break in it",
      file({ authorities: [{ url: "https://tsa.example/", authorization: "a\r\nHost: b" }] }),
      "settings/malformed",
    ],
    ["a secret key", file({ recipients: [{ label: "x", key: "AGE-SECRET-KEY-1QQQ" }] }), "recipient/secret"],
    [
      "a key with a slip in it",
      file({ recipients: [{ label: "x", key: wang.replace("194g", "194h") }] }),
      "settings/malformed",
    ],
    ["a key of nobody", file({ recipients: [{ label: " ", key: wang }] }), "settings/malformed"],
    [
      "more than anyone has",
      file({ recipients: Array.from({ length: 201 }, () => ({ label: "x", key: wang })) }),
      "settings/malformed",
    ],
  ])("%s", (_what, text, code) => {
    expect(() => readSettingsFile(text)).toThrow(expect.objectContaining({ code }))
  })

  test("whatever else there is, by a code and by nothing else", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map(json => file(JSON.parse(json))),
        ),
        text => {
          try {
            expect(changesBy(usual, readSettingsFile(text))).toBeInstanceOf(Array)
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(EvidenceError)
            expect(["settings/malformed", "settings/newer"]).toContain(EvidenceError.from(thrown).code)
          }
        },
      ),
      { seed: 20261126, numRuns: 500 },
    )
  })
})

describe("what a file would change", () => {
  test("is all that differs, in words of from and to", () => {
    expect(changesBy(usual, readSettingsFile(settingsFile(held, all)))).toEqual([
      { what: "screens", from: 40, to: 12 },
      { what: "seconds", from: 300, to: 60 },
      { what: "items", from: null, to: 300 },
      { what: "extra", name: "server-record", on: true },
      { what: "recipient", label: "王律师", key: wang },
      { what: "reports", from: "page", to: "both" },
      { what: "authority", url: "https://tsa.example/", hasAuthorization: true },
      { what: "authority", url: "https://tsa.example/query?key=s3cr3t", hasAuthorization: false },
      { what: "pages", from: "browser", to: "en" },
      { what: "remind", on: false },
      { what: "backup.days", from: 7, to: 30 },
      { what: "backup.items", from: 5, to: 2 },
    ])
  })

  test("is nothing of what the file does not have", () => {
    expect(changesBy(held, {})).toEqual([])
    expect(changesBy(held, readSettingsFile(file({ surprise: 1, __proto__: { capture: 1 } })))).toEqual([])
  })

  test("is nothing of an authority or a key that is there, and each new one once", () => {
    const again = [{ url: "https://tsa.example/", authorization: "Bearer other" }]
    expect(newAuthorities(held.authorities, again)).toEqual([])
    expect(newAuthorities([], [...again, ...again])).toEqual(again)
    // One that is offered anyway is the user's own to switch on.
    expect(newAuthorities([], [{ url: "http://timestamp.digicert.com/", authorization: null }])).toEqual([])
    expect(newRecipients(held.recipients, [{ label: "另一个名字", key: wang }])).toEqual([])
    expect(
      newRecipients(
        [],
        [
          { label: "a", key: wang },
          { label: "b", key: wang },
        ],
      ),
    ).toHaveLength(1)
  })
})
