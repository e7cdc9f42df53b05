/** python3-opentimestamps: the reference's own library reads the same bytes. */
import { spawnSync } from "node:child_process"

/** Debian's own Python has the package; another that comes first on PATH may not. */
const PYTHONS = ["/usr/bin/python3", "python3"]

export const python = PYTHONS.find(
  program => spawnSync(program, ["-c", "import opentimestamps.core.timestamp"]).status === 0,
)

const script = `
import sys, json
from opentimestamps.core.timestamp import DetachedTimestampFile
from opentimestamps.core.serialize import BytesDeserializationContext, BytesSerializationContext
from opentimestamps.core.notary import PendingAttestation, BitcoinBlockHeaderAttestation
for line in sys.stdin:
    try:
        file = DetachedTimestampFile.deserialize(BytesDeserializationContext(bytes.fromhex(line.strip())))
        if file.file_hash_op.TAG != b'\\x08':
            raise ValueError('another hash')
        said = []
        for message, attestation in file.timestamp.all_attestations():
            if isinstance(attestation, PendingAttestation):
                said.append('pending ' + message.hex() + ' ' + attestation.uri)
            elif isinstance(attestation, BitcoinBlockHeaderAttestation):
                said.append('bitcoin ' + message.hex() + ' ' + str(attestation.height))
            else:
                said.append('other ' + message.hex())
        print(json.dumps({'digest': file.file_digest.hex(), 'said': sorted(set(said))}))
    except Exception as error:
        print(json.dumps({'error': type(error).__name__}))
`

export interface OutsideReading {
  readonly digest?: string
  readonly said?: readonly string[]
  readonly error?: string
}

/** What the reference reads in each of the files; `error` for those that it refuses. */
export function readOutside(files: readonly Uint8Array[]): OutsideReading[] {
  const input = files.map(file => `${Buffer.from(file).toString("hex")}\n`).join("")
  const run = spawnSync(python ?? "", ["-c", script], { input, encoding: "utf8", maxBuffer: 1 << 26 })
  if (run.status !== 0) throw new Error(run.stderr)
  return run.stdout
    .trim()
    .split("\n")
    .map(line => JSON.parse(line) as OutsideReading)
}
