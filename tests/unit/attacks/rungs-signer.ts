/** Bundles made with the device's key that mean one thing to one program and another to the next. */
import { resign, sha256 } from "../verify/example.ts"
import { edit } from "../verify/tamper.ts"
import { type Rung, changed, mend, mendHead, remade } from "./rung.ts"
import { LOG, TAGS, queryFor, stampAgain } from "./victim.ts"

const addSigned = (path: string) =>
  remade(files => {
    files.set(path, Buffer.from("more"))
  })

const OTHER = "other.example"
const DEEP = 7_000

export const signers: readonly Rung[] = [
  {
    attack: "a listed file at the top that is called -",
    make: addSigned("-"),
    ...{ verdict: "damaged", layers: ["extra"], outside: ["sha256sum"] },
  },
  {
    attack: "a listed file in a folder that is called as the list of lists",
    make: addSigned(`more/${TAGS}`),
    ...{ verdict: "damaged", layers: ["extra"], outside: ["find"] },
  },
  {
    attack: "a manifest of another kind, with false digits",
    make: addSigned("manifest-sha512.txt"),
    ...{ verdict: "damaged", layers: ["extra"], outside: [] },
    note: "ours knows what may stand at the top; a program for such lists would refuse it",
  },
  {
    attack: "a listed paper whose name Windows takes for another's",
    make: addSigned("verify.txt."),
    ...{ verdict: "damaged", layers: ["archive"], outside: [] },
    note: "ours takes no name that a disk changes; where it is unpacked on Windows, one hides the other",
  },
  {
    attack: "a custody line of values within values, deeper than a program can write",
    make: remade(files => {
      const lines = String(files.get(LOG)).trimEnd().split("\n")
      const at = `"at":"2026-11-22T15:21:00.000Z","event":"note"`
      const deep = `${"[".repeat(DEEP)}${"]".repeat(DEEP)}`
      const last = `{"seq":${String(lines.length + 1)},${at},"x":${deep},"prev":"${sha256(lines.at(-1) ?? "")}"}`
      files.set(LOG, Buffer.from([...lines, last, ""].join("\n")))
      mendHead(files)
    }),
    ...{ verdict: "damaged", layers: ["bag", "log-chain"], outside: ["custody"] },
  },
  {
    attack: "asked of two authorities, one of which the reader does not know: no attack",
    make: changed((files, { key, authority, stranger }) => {
      edit(
        "bag-info.txt",
        /^Time-Stamps-Requested: .*$/m,
        `Time-Stamps-Requested: ${OTHER} tsa.example`,
      )(files)
      mend(files)
      resign(files, key)
      stampAgain(files, authority)
      const query = queryFor(files.get(TAGS) ?? Buffer.alloc(0))
      files.set(`proofs/${TAGS}.${OTHER}.tsq`, Buffer.from(query))
      files.set(`proofs/${TAGS}.${OTHER}.tsr`, stranger.stamp(query))
    }),
    ...{ verdict: "sealed-and-timestamped", layers: [], outside: [] },
    tells: ["zip", "stamp"],
    note: "one stamp whose root is trusted is enough, for verify.txt's loop too",
  },
]
