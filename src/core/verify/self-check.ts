/**
 * self-check/self-check.json of the items: what a computer said of itself, and
 * the outputs that its user pasted. Each file must be the one that it names, and
 * none may stand beside them unnamed. That they are true is said by nobody.
 */
import { EvidenceError } from "../errors.ts"
import { asCount, asFields, asList, asSha256, asString, asTime, malformed } from "../parse.ts"
import { type Contents, strictJson } from "./contents.ts"
import { type Finding, finding } from "./finding.ts"

const FOLDER = "self-check/"
const FILE = `${FOLDER}self-check.json`
const FILE_LIMIT = 1024 * 1024

/** `paths` are those in the item's folder. */
export async function selfCheckFaults(
  contents: Contents,
  item: string,
  paths: readonly string[],
): Promise<Finding[]> {
  const kept = paths.filter(path => path.startsWith(FOLDER) && path !== FILE)
  if (!paths.includes(FILE) && kept.length === 0) return []
  try {
    if (!paths.includes(FILE)) throw malformed(`${FILE} is not there`)
    const outputs = readOutputs(strictJson(await contents.read(`data/${item}/${FILE}`, FILE_LIMIT)))
    const named = new Set(outputs.map(({ path }) => path))
    const wrong = outputs.filter(({ path, sha256, bytes }) => {
      const found = contents.files.get(`data/${item}/${path}`)
      return found?.sha256 !== sha256 || found.bytes !== bytes
    })
    return [...wrong.map(({ path }) => path), ...kept.filter(path => !named.has(path))].map(path =>
      finding("self-check/output", { item, path }),
    )
  } catch (thrown) {
    return [finding("self-check/malformed", { item, reason: EvidenceError.from(thrown).message })]
  }
}

function readOutputs(input: unknown) {
  const { schema, at, facts, outputs } = asFields(input, FILE)
  if (schema !== 1) throw malformed("schema")
  asTime(at, "at")
  asFields(facts, "facts")
  const read = asList(outputs, "outputs", each => {
    const { path, sha256, bytes, command } = asFields(each, "outputs")
    asString(command, "outputs.command")
    return {
      path: asString(path, "outputs.path"),
      sha256: asSha256(sha256, "outputs.sha256"),
      bytes: asCount(bytes, "outputs.bytes"),
    }
  })
  if (new Set(read.map(({ path }) => path)).size !== read.length) throw malformed("outputs: one twice")
  return read
}
