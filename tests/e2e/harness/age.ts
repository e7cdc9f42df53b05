/** Debian's `age`, which is not ours: it opens what our users' lawyers are sent. */
import { execFileSync, spawnSync } from "node:child_process"

/** Null where it is here; else why a test that needs it does not run. */
export const noAge: string | null =
  spawnSync("age", ["--version"]).status === 0 ? null : "age is not installed here"

/** A new pair of keys: the secret one in `file`, as its owner has it, and the public one. */
export function newKey(file: string): string {
  execFileSync("age-keygen", ["-o", file], { stdio: "pipe" })
  return execFileSync("age-keygen", ["-y", file], { encoding: "utf8" }).trim()
}

/**
 * Runs the command that the popup shows, word for word, in the download's
 * folder; answers with its exit code. age asks for a passphrase at a terminal
 * alone, so `script` gives it one.
 */
export function run(command: string, folder: string, passphrase?: string): number | null {
  const [program = "", ...args] = command.split(" ")
  if (passphrase === undefined) return spawnSync(program, args, { cwd: folder }).status
  const ran = spawnSync("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd: folder,
    input: `${passphrase}\n`,
  })
  return ran.status
}
