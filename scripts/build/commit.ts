import { spawnSync } from "node:child_process"

/** Everything that decides the bytes of the built extension. */
const inputs = ["src", "manifest.json", "icons", "scripts/build", "package.json", "package-lock.json"]

/**
 * The commit that the extension is built from, with `-dirty` where its inputs
 * differ from it, or `unknown`: without git, without a commit, or where `root`
 * is only a folder inside someone else's repository.
 */
export function commitOf(root: string): string {
  const head = git(root, ["rev-parse", "--show-prefix", "--verify", "HEAD"])
  if (head === null) return "unknown"
  const [prefix, commit] = head.split("\n")
  if (prefix !== "" || commit === undefined || !/^[0-9a-f]{40,64}$/.test(commit)) return "unknown"
  const changes = git(root, ["status", "--porcelain", "--", ...inputs])
  return changes === "" ? commit : `${commit}-dirty`
}

/** What git prints, or null where it is missing or refuses. */
function git(root: string, args: readonly string[]): string | null {
  const run = spawnSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
  return run.status === 0 ? run.stdout : null
}
