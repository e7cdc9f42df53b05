import { parseArgs } from "node:util"

export type Language = "zh" | "en"

export interface Options {
  readonly file: string
  readonly language: Language
  readonly json: boolean
  /** False where the reader asked for it to be left out, which is faster. */
  readonly sm3: boolean
  /** A PEM file of certificates that the reader trusts, or null. */
  readonly roots: string | null
  /** Files of time stamps that the reader has apart from the bundle. */
  readonly stamps: readonly string[]
}

/** Null for anything but `FILE [--lang zh|en] [--json] [--no-sm3] [--roots FILE.pem] [--stamp FILE.tsr …]`. */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options | null {
  const parsed = parse(args)
  if (parsed === null) return null
  const { values, positionals } = parsed
  const [file, ...rest] = positionals
  if (file === undefined || file === "" || rest.length > 0) return null
  if (values.lang !== undefined && values.lang !== "zh" && values.lang !== "en") return null
  return {
    file,
    language: values.lang ?? languageOf(environment),
    json: values.json ?? false,
    sm3: !(values["no-sm3"] ?? false),
    roots: values.roots ?? null,
    stamps: values.stamp ?? [],
  }
}

/** POSIX order: LC_ALL over LC_MESSAGES over LANG; Chinese where it says so, else English. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  const locale = [LC_ALL, LC_MESSAGES, LANG].find(value => value !== undefined && value !== "")
  return locale?.toLowerCase().startsWith("zh") === true ? "zh" : "en"
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        lang: { type: "string" },
        json: { type: "boolean" },
        "no-sm3": { type: "boolean" },
        roots: { type: "string" },
        stamp: { type: "string", multiple: true },
      },
    })
  } catch (thrown) {
    // node:util throws a TypeError for what it does not know; the usage line is the answer.
    if (thrown instanceof TypeError) return null
    throw thrown
  }
}
