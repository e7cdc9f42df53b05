/** Makes sure of the programs that a script needs: installs them on Debian for root, else says what is missing. */
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { delimiter, join } from "node:path"
import { type Target } from "./driver.ts"
import { findBrowser, isExecutable, isNamed } from "./find.ts"

interface Tool {
  /** The Debian package. */
  readonly debian: string
  readonly isHere: () => boolean
}

const FIREFOX_EXTENSIONS = "/usr/lib/firefox-esr/browser/extensions"

const tools = {
  chromium: { debian: "chromium", isHere: () => isBrowserHere("chrome") },
  firefox: { debian: "firefox-esr", isHere: () => isBrowserHere("firefox") },
  // The screens are looked at in both languages, and Debian's own browsers have theirs in packages apart.
  "chromium-chinese": {
    debian: "chromium-l10n",
    isHere: () => hasLanguage("chrome", "/usr/lib/chromium/locales/zh-CN.pak"),
  },
  "firefox-chinese": {
    debian: "firefox-esr-l10n-zh-cn",
    isHere: () => hasLanguage("firefox", `${FIREFOX_EXTENSIONS}/langpack-zh-CN@firefox-esr.mozilla.org.xpi`),
  },
  // Without it, Chinese text is boxes in every picture.
  "chinese-fonts": { debian: "fonts-noto-cjk", isHere: hasChineseFonts },
  xvfb: { debian: "xvfb", isHere: () => onPath("Xvfb") },
  xdotool: { debian: "xdotool", isHere: () => onPath("xdotool") },
  age: { debian: "age", isHere: () => onPath("age") && onPath("age-keygen") },
  strace: { debian: "strace", isHere: () => onPath("strace") },
  openssl: { debian: "openssl", isHere: () => onPath("openssl") },
  unzip: { debian: "unzip", isHere: () => onPath("unzip") },
  "7zip": { debian: "7zip", isHere: () => onPath("7zz") },
  qpdf: { debian: "qpdf", isHere: () => onPath("qpdf") },
  poppler: {
    debian: "poppler-utils",
    isHere: () => ["pdftotext", "pdffonts", "pdfinfo", "pdftoppm"].every(onPath),
  },
  // 84 MB to fetch, 259 MB on the disk.
  office: { debian: "libreoffice-writer-nogui", isHere: () => onPath("soffice") },
} as const satisfies Record<string, Tool>

export type ToolName = keyof typeof tools

/**
 * Returns when everything named is here. Installs what is missing where it may:
 * on Debian, as root. Elsewhere throws one line that names all of it.
 */
export function ensureTools(names: readonly ToolName[], say: (line: string) => void): void {
  const missing = names.filter(name => !tools[name].isHere())
  if (missing.length === 0) return
  const packages = missing.map(name => tools[name].debian)
  if (canInstall()) {
    say(`Installing / 正在安装: ${packages.join(" ")} (apt-get)`)
    aptGet(["update"])
    aptGet(["install", "-y", "--no-install-recommends", ...packages])
  }
  const still = missing.filter(name => !tools[name].isHere())
  if (still.length > 0) throw new Error(`missing / 缺少: ${still.map(advice).join("; ")}`)
}

/**
 * The same, of what can be done without: where it cannot be installed, that is said with the reason, and the tests that
 * need it say that they did not run.
 */
export function ensureIfMay(names: readonly ToolName[], say: (line: string) => void): void {
  if (canInstall()) {
    try {
      ensureTools(names, say)
    } catch (thrown) {
      say(thrown instanceof Error ? thrown.message : String(thrown))
    }
  }
  for (const line of notHere(names)) say(line)
}

/** A line for each of these that is not here, and how to get it. */
const notHere = (names: readonly ToolName[]): string[] =>
  names
    .filter(name => !tools[name].isHere())
    .map(name => `not here, so some tests will not run / 缺少，部分测试不会运行: ${advice(name)}`)

export const canInstall = (): boolean => process.getuid?.() === 0 && isDebian()

function advice(name: ToolName): string {
  const browser =
    name === "chromium" ? findBrowser("chrome") : name === "firefox" ? findBrowser("firefox") : null
  if (browser?.path === null) return browser.why
  if (process.platform === "linux") return `${name} (Debian, Ubuntu: apt-get install ${tools[name].debian})`
  return `${name} (install it so that it is on PATH)`
}

function aptGet(args: readonly string[]): void {
  const run = spawnSync("apt-get", ["-o", "Acquire::Retries=3", ...args], {
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    maxBuffer: 1 << 28,
  })
  if (run.error !== undefined) throw run.error
  if (run.status === 0) return
  throw new Error(`apt-get ${args.join(" ")} failed (${String(run.status)}):\n${run.stderr.slice(-2000)}`)
}

/** Throws where the environment names one that cannot be used: installing another would not help. */
function isBrowserHere(target: Target): boolean {
  const found = findBrowser(target)
  if (found.path === null && isNamed(target)) throw new Error(found.why)
  return found.path !== null
}

/** True as well where it cannot be had: what another browser speaks the stories find out, and say where they cannot run. */
function hasLanguage(target: Target, file: string): boolean {
  return !canInstall() || isNamed(target) || existsSync(file)
}

/** Debian itself: Ubuntu's browser packages are snaps in disguise. */
function isDebian(): boolean {
  const file = "/etc/os-release"
  return existsSync(file) && /^ID="?debian"?$/m.test(readFileSync(file, "utf8"))
}

function hasChineseFonts(): boolean {
  if (process.platform !== "linux") return true
  const folder = "/usr/share/fonts"
  if (!existsSync(folder)) return false
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  return files.some(file => /cjk|wqy|SourceHan|droid.*fallback/i.test(file))
}

const onPath = (name: string): boolean =>
  (process.env.PATH ?? "").split(delimiter).some(folder => isExecutable(join(folder, name)))
