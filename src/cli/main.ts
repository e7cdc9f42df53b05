/**
 * `npm run verify -- FILE.zip [--lang zh|en] [--json] [--no-sm3] [--roots FILE.pem] [--stamp FILE.tsr …]`: the
 * verifier of core for Node. Exit codes as in bundle.md: 0 matches, 1 damaged, 2 cannot tell.
 */
import { open, readFile } from "node:fs/promises"
import { basename, resolve } from "node:path"
import { type Bytes } from "../core/bytes.ts"
import { EvidenceError } from "../core/errors.ts"
import { parsePem } from "../core/stamp/pem.ts"
import { type GivenStamp } from "../core/verify/beside.ts"
import { type Result, resultJson } from "../core/verify/finding.ts"
import { REPLY_LIMIT } from "../core/stamp/reply.ts"
import { FORMAT_LIMITS } from "../core/verify/archive.ts"
import { type Hashes } from "../core/verify/source.ts"
import { type VerifyOptions, unreadable, verifyBundle } from "../core/verify/verify.ts"
import { en } from "../i18n/verdict/en.ts"
import { zhCN } from "../i18n/verdict/zh-CN.ts"
import { openFile } from "./file-source.ts"
import { nodeHashes, withoutSm3 } from "./hashes.ts"
import { type Options, languageOf, readOptions } from "./options.ts"
import { printed } from "./report.ts"

const words = { en, zh: zhCN }

async function verifyFile(
  path: string,
  hashes: Hashes,
  given: Pick<VerifyOptions, "roots" | "beside">,
): Promise<Result> {
  const file = await openFile(path).catch((thrown: unknown) =>
    unreadable(thrown instanceof Error ? thrown.message : String(thrown)),
  )
  if ("verdict" in file) return file
  try {
    return await verifyBundle(file, hashes, { fileName: basename(path), limits: FORMAT_LIMITS, ...given })
  } finally {
    await file.close()
  }
}

/** Certificates that the reader trusts. A file that holds none ends the check: it was meant to change the verdict. */
async function readRoots(file: string | null): Promise<readonly Bytes[]> {
  return file === null ? [] : parsePem(await readFile(fromHere(file), "utf8"))
}

/** One byte more than a stamp can have is enough to tell that it is none. */
async function readStamp(name: string): Promise<GivenStamp> {
  const file = await open(fromHere(name))
  try {
    const { buffer, bytesRead } = await file.read({ buffer: new Uint8Array(REPLY_LIMIT + 1) })
    return { name: basename(name), bytes: buffer.slice(0, bytesRead) }
  } finally {
    await file.close()
  }
}

async function readGiven({ roots, stamps }: Options): Promise<Pick<VerifyOptions, "roots" | "beside">> {
  return { roots: await readRoots(roots), beside: await Promise.all(stamps.map(readStamp)) }
}

// npm runs scripts in the project's folder; the names were given in the user's.
const fromHere = (path: string): string => resolve(process.env.INIT_CWD ?? "", path)

const options = readOptions(process.argv.slice(2), process.env)
if (options === null) {
  process.stderr.write(`${words[languageOf(process.env)].usage}\n`)
  process.exitCode = 2
} else {
  const path = fromHere(options.file)
  // A crash must not end with 1, which says that the bundle is damaged.
  const result = await readGiven(options)
    .then(given => verifyFile(path, options.sm3 ? nodeHashes : withoutSm3, given))
    .catch((thrown: unknown) => {
      process.stderr.write(`${EvidenceError.from(thrown).message}\n`)
      return unreadable(EvidenceError.from(thrown).code)
    })
  process.stdout.write(options.json ? resultJson(result) : printed(result, words[options.language]))
  process.exitCode = result.exit
}
