/** What a settings file brings into the vault: all of it or nothing, and never somebody who is asked. */
import "fake-indexeddb/auto"
import { expect, test } from "vitest"
import { usualReminder } from "../../../src/core/backup.ts"
import { usualBeacons } from "../../../src/core/bracket/beacons.ts"
import { usualOptions } from "../../../src/core/capture-options.ts"
import { usualLanguages } from "../../../src/core/languages.ts"
import { type FileSettings } from "../../../src/core/settings-file.ts"
import { NOBODY } from "../../../src/core/papers/person.ts"
import {
  allRecipients,
  authorities,
  backupReminder,
  beacons,
  captureOptions,
  keptPerson,
  languages,
} from "../../../src/vault/read-settings.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { keepBeacons, keepPerson } from "../../../src/vault/write-options.ts"
import { keepSettings } from "../../../src/vault/write-settings.ts"
import { keepAuthorities } from "../../../src/vault/write-stamps.ts"
import { at, chainFaults, custodyOf, later, newVault } from "./rows.ts"

const wang = "age194g772utkwhq5vh0mc3j9n0dzq0l44jv834fhwhd5wrp3ald4vwsly5yew"
const file: FileSettings = {
  capture: { limits: { screens: 12, seconds: 60, items: 300 }, extras: ["server-record"] },
  authorities: [{ url: "https://tsa.example/", authorization: "Bearer x" }],
  recipients: [{ label: "王律师", key: wang }],
  languages: { pages: "en", reports: "both" },
  backup: { on: false, days: 30, items: 2 },
}
const keep = (vault: Vault, settings: FileSettings) => keepSettings(vault, later, settings, () => "id")

test("everything is kept, an authority switched off, and custody says of the keys that they changed", async () => {
  const vault = newVault()
  await keep(vault, file)
  expect(await captureOptions(vault)).toEqual(file.capture)
  expect(await languages(vault)).toEqual(file.languages)
  expect(await backupReminder(vault)).toEqual(file.backup)
  expect(await authorities(vault)).toEqual([
    { name: "tsa.example", url: "https://tsa.example/", authorization: "Bearer x", on: false },
  ])
  expect(await allRecipients(vault)).toEqual([{ id: "id", label: "王律师", key: wang, addedAt: later }])
  const lines = await custodyOf(vault)
  expect(lines).toMatchObject([{ event: "settings.changed", setting: "recipients", at: later }])
  expect(JSON.stringify(lines)).not.toMatch(/age1|王律师|tsa/)
  expect(await chainFaults(vault)).toEqual([])
})

test("what is there already stays as it was given here, and has no second line", async () => {
  const vault = newVault()
  const here = { name: "mine", url: "https://tsa.example/", authorization: "Basic own", on: true }
  await keepAuthorities(vault, at, [here])
  await keep(vault, file)
  const lines = await custodyOf(vault)
  await keep(vault, file)
  expect(await authorities(vault)).toEqual([here])
  expect(await vault.recipients.count()).toBe(1)
  expect(await custodyOf(vault)).toEqual(lines)
})

test("an empty file changes nothing", async () => {
  const vault = newVault()
  await keep(vault, {})
  expect([await captureOptions(vault), await languages(vault)]).toEqual([usualOptions, usualLanguages])
  expect([await vault.settings.count(), await custodyOf(vault)]).toEqual([0, []])
})

test("of a file with too many authorities nothing is kept", async () => {
  const vault = newVault()
  const many = Array.from({ length: 9 }, (_, n) => ({ url: `https://tsa${n}.example/`, authorization: null }))
  await expect(keep(vault, { ...file, authorities: many })).rejects.toMatchObject({ code: "input/malformed" })
  expect([await vault.settings.count(), await vault.recipients.count()]).toEqual([0, 0])
  expect(await backupReminder(vault)).toEqual(usualReminder)
})

test("who speaks in the papers is kept on their word, stands in no line of custody, and is gone when forgotten", async () => {
  const vault = newVault()
  const person = { ...NOBODY, name: "李小明", idNumber: "110101199001011234" }
  expect(await keptPerson(vault)).toBeNull()
  await keepPerson(vault, person)
  expect(await keptPerson(vault)).toEqual(person)
  await keepPerson(vault, null)
  expect(await keptPerson(vault)).toBeNull()
  const everything = await Promise.all(vault.tables.map(table => table.toArray()))
  expect(JSON.stringify(everything)).not.toContain("李小明")
})

test("whom to ask for public random numbers is one value; custody names the sources, when that changes, and no address", async () => {
  const vault = newVault()
  const other = { ...usualBeacons, on: true, nist: "https://beacon.example" }
  await keepBeacons(vault, at, { ...usualBeacons, on: false })
  await keepBeacons(vault, at, { ...usualBeacons, on: true })
  await keepBeacons(vault, at, { ...usualBeacons, on: true })
  await keepBeacons(vault, at, other)
  await keepBeacons(vault, later, { ...other, on: false })
  await keepBeacons(vault, later, { ...usualBeacons, on: false })
  expect(await beacons(vault)).toEqual({ ...usualBeacons, on: false })
  const lines = await custodyOf(vault)
  expect(lines).toMatchObject([
    { event: "settings.changed", setting: "beacons", on: ["drand", "nist"], at },
    { event: "settings.changed", setting: "beacons", on: ["drand", "nist"], at },
    { event: "settings.changed", setting: "beacons", on: [], at: later },
  ])
  expect(JSON.stringify(lines)).not.toMatch(/https?:/)
  expect(await chainFaults(vault)).toEqual([])
})
