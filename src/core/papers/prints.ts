import type { Block } from "./block.ts"
import type { Section } from "./contents.ts"
import { code, inEights, plain, soft } from "./say.ts"

/** Every file under data/, in the order of the manifests. */
export function prints({ payload, speaker: { say } }: Section): Block[] {
  return [
    { kind: "text", said: say(({ report }) => report.printsNote), isNote: true },
    {
      kind: "table",
      columns: [
        { head: say(({ report }) => report.columns.file), width: 0.3 },
        { head: say(({ report }) => report.columns.prints), width: 0.7 },
      ],
      rows: payload
        .toSorted((a, b) => (a.path < b.path ? -1 : 1))
        .map(({ path, bytes, sha256, sm3 }) => [
          [...plain(path), ...soft(`${String(bytes)} B`)],
          [...soft("SHA-256"), ...code(inEights(sha256)), ...soft("SM3"), ...code(inEights(sm3))],
        ]),
    },
  ]
}
