/**
 * The self-check record (环境自检记录): what an extension can know of the
 * computer that it runs on, what it cannot, and what the user pasted of commands
 * that they ran themselves. A statement of the machine about itself: it does not
 * show that the machine is clean, and is never called so.
 */
import { asCount, asFields, asList, asMatch, asOneOf, asSha256, asTime, malformed } from "./parse.ts"
import type { Sha256 } from "./seal/hash.ts"

export const SELF_CHECK_FILE = "self-check/self-check.json"

export const systems = ["windows", "macos", "linux"] as const
export type System = (typeof systems)[number]

export const checkNames = ["hosts", "proxy", "network", "dns", "route", "processes", "clock"] as const
export type CheckName = (typeof checkNames)[number]

export const outputPath = (name: CheckName): string => `self-check/${name}.txt`

/** Characters of one pasted output. */
export const LONGEST_OUTPUT = 200_000

/** What no extension with our permissions is told. */
export const notRead = ["proxy", "other-extensions", "cache", "devtools", "clock-offset"] as const
export type NotReadName = (typeof notRead)[number]

type Commands = Readonly<Record<System, string>>

/** To be run in a terminal (law.md 2.7, steps 4 to 9). `host` is the site's. */
const commands: Readonly<Record<CheckName, (host: string) => Commands>> = {
  hosts: () => ({
    windows: "type %SystemRoot%\\System32\\drivers\\etc\\hosts",
    macos: "cat /etc/hosts",
    linux: "cat /etc/hosts",
  }),
  proxy: () => ({
    windows:
      'reg query "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings" & netsh winhttp show proxy',
    macos: "scutil --proxy",
    linux: "env | grep -i proxy; gsettings list-recursively org.gnome.system.proxy",
  }),
  network: () => ({
    windows: "ipconfig /all",
    macos: "ifconfig; scutil --dns",
    linux: "ip addr; cat /etc/resolv.conf",
  }),
  dns: host => ({ windows: `nslookup ${host}`, macos: `nslookup ${host}`, linux: `getent ahosts ${host}` }),
  route: host => ({ windows: `tracert ${host}`, macos: `traceroute ${host}`, linux: `tracepath ${host}` }),
  processes: () => ({ windows: "tasklist", macos: "ps -axo pid,comm", linux: "ps -eo pid,comm" }),
  clock: () => ({
    windows: "w32tm /stripchart /computer:ntp.ntsc.ac.cn /samples:3 /dataonly",
    macos: "sntp ntp.ntsc.ac.cn",
    linux: "timedatectl",
  }),
}

/**
 * The command of a check. @param address the page that is recorded: only its
 * host goes in, and only where it is letters, digits, dots and hyphens, for the
 * user will paste it into a terminal
 */
export function commandOf(name: CheckName, system: System, address: string): string {
  const host = URL.canParse(address) ? new URL(address).hostname : ""
  const safe = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i.test(host) ? host : "example.com"
  return commands[name](safe)[system]
}

/** What our own page can tell that the background cannot. */
export interface ScreenFacts {
  readonly width: number
  readonly height: number
  readonly colorDepth: number
  readonly dpr: number
}

export interface PastedOutput {
  readonly name: CheckName
  readonly text: string
}

/** What the user saves. */
export interface SelfCheckWish {
  readonly system: System
  readonly screen: ScreenFacts
  readonly outputs: readonly PastedOutput[]
}

export interface SelfCheckOutput {
  readonly name: CheckName
  readonly system: System
  readonly command: string
  readonly path: string
  readonly sha256: Sha256
  readonly bytes: number
}

/** self-check.json, whole. */
export interface SelfCheck {
  readonly schema: 1
  readonly at: string
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
  readonly notRead: readonly NotReadName[]
  readonly outputs: readonly SelfCheckOutput[]
}

/** @throws EvidenceError `input/malformed` */
export function parseSelfCheck(input: unknown): Pick<SelfCheck, "at" | "outputs"> {
  const read = asFields(input, "self-check.json")
  if (read.schema !== 1) throw malformed("schema")
  asFields(read.facts, "facts")
  return {
    at: asTime(read.at, "at"),
    outputs: asList(read.outputs, "outputs", each => {
      const { name, system, command, path, sha256, bytes } = asFields(each, "outputs")
      return {
        name: asOneOf(name, "outputs.name", checkNames),
        system: asOneOf(system, "outputs.system", systems),
        command: asMatch(command, "outputs.command", /^.{1,1000}$/s),
        path: asMatch(path, "outputs.path", /^self-check\/[a-z-]+\.txt$/),
        sha256: asSha256(sha256, "outputs.sha256"),
        bytes: asCount(bytes, "outputs.bytes"),
      }
    }),
  }
}
