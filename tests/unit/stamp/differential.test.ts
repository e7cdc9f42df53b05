import fc from "fast-check"
import { afterAll, expect, test } from "vitest"
import { fromHex } from "../../../src/core/bytes.ts"
import { checkStamp } from "../../../src/core/stamp/check.ts"
import { stampQuery } from "../../../src/core/stamp/query.ts"
import { der, encode, octets, parse, set } from "./asn.ts"
import { type Identity, makeAuthority, opensslVerifies } from "./authority.ts"
import { type Plan, attribute, fieldsOfCertificate, forge, hash, issuerAndSerial, resigned } from "./forge.ts"
import { type Mutation, mutateBytes, mutateTree, mutation } from "./mutation.ts"
import { bytes, makeWorld } from "./world.ts"

/** Changed, it is often no longer its own issuer; one that is pinned need not be. */
const PINNED = "the root's own certificate"
const SEED = 20261122
const NONCE = "4102030405060708"

const world = makeWorld()
const query = stampQuery(bytes(hash("sha256", world.data)), fromHex(NONCE))
/** Good replies of several makes, each with the root that it needs. */
const good = goodReplies()
const table = new Map<string, number>()

afterAll(() => {
  world.end()
})

function goodReplies(): { readonly reply: Buffer; readonly root: Identity }[] {
  const sha1 = makeAuthority(world.folder, { ess: "sha1", intermediate: true, essChain: true })
  const rsa = makeAuthority(world.folder, { key: "rsa", signerDigest: "sha512" })
  const rich = attribute("1.2.3", set(octets(Buffer.from("x"))))
  return [
    { reply: sha1.stamp(query), root: sha1.root },
    { reply: rsa.stamp(query), root: rsa.root },
    { reply: forged({ others: [world.ca, world.root] }), root: world.root },
    { reply: forged({ signer: world.low, others: [world.ca], unsigned: rich }), root: world.root },
    { reply: forged({ signer: world.rsa, info: withName(world.rsa) }), root: world.root },
  ]
}

function forged(plan: Partial<Plan>): Buffer {
  return forge({ signer: world.tsa, data: world.data, nonce: NONCE, ...plan })
}

/** The field in which a token says who made it. */
function withName({ der: certificate }: Identity) {
  const name = der(0xa0, der(0xa4, fieldsOfCertificate(certificate).subject))
  return (parts: Buffer[]): Buffer[] => [...parts, name]
}

/** The signed part changed, and signed again: what an authority would do that makes mistakes. */
function misissued(identity: Identity, mutation: Mutation): Identity {
  const [signed] = parse(identity.der).items
  const changed = mutateTree(encode(signed!), world.low.der, mutation)
  return { ...identity, der: resigned(identity.der, world.root, changed) }
}

/** A certificate whose name or number can no longer be found is named by those that it had. */
function sidOf(identity: Identity, before: Identity): Buffer {
  try {
    return issuerAndSerial(identity.der)
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown
    return issuerAndSerial(before.der)
  }
}

interface Attempt {
  readonly reply: Buffer
  readonly root: Buffer
}
type Family = (which: number, mutation: Mutation, second: Mutation) => Attempt
const attempts = fc.tuple(fc.nat(99), mutation, mutation)
const pick = (which: number) => good[which % good.length]!

const families: readonly (readonly [string, number, Family])[] = [
  [
    "bytes",
    160,
    (which, mutation) => ({ reply: mutateBytes(pick(which).reply, mutation), root: pick(which).root.der }),
  ],
  [
    "elements, and splices of two tokens",
    160,
    (which, mutation, second) => {
      const donor = pick(second.other).reply
      return { reply: mutateTree(pick(which).reply, donor, mutation), root: pick(which).root.der }
    },
  ],
  [
    "content and attributes, signed again",
    130,
    (which, mutation, second) => {
      const edit = (part: Buffer): Buffer => mutateTree(part, pick(second.other).reply, mutation)
      const list = (parts: Buffer[]): Buffer[] => parse(edit(set(...parts))).items.map(encode)
      const plan: Partial<Plan> = which % 2 === 0 ? { infoBytes: edit } : { attributes: list }
      return { reply: forged(plan), root: world.root.der }
    },
  ],
  [
    "the signer's certificate, signed again",
    110,
    (_which, mutation) => {
      const signer = misissued(world.tsa, mutation)
      return { reply: forged({ signer, sid: sidOf(signer, world.tsa) }), root: world.root.der }
    },
  ],
  [
    "the certificate of a CA, signed again",
    80,
    (_which, mutation) => {
      const others = [misissued(world.ca, mutation)]
      return { reply: forged({ signer: world.low, others }), root: world.root.der }
    },
  ],
  [PINNED, 60, (_which, mutation) => ({ reply: forged({}), root: misissued(world.root, mutation).der })],
]

test.each(families)(
  "nothing that OpenSSL refuses is accepted: %s",
  { timeout: 120_000 },
  async (name, numRuns, family) => {
    const tooMuch: string[] = []
    for (const [which, first, second] of fc.sample(attempts, { numRuns, seed: SEED })) {
      const { reply, root } = family(which, first, second)
      // Half are compared with their request too, as a bundle has it.
      const asked = which % 4 < 2 ? { query } : {}
      const input = { reply: bytes(reply), data: world.data, roots: [bytes(root)] }
      const reading = await checkStamp({ ...input, query: asked.query ?? null })
      const at = reading.at ?? new Date(Date.now() + 60_000).toISOString()
      const oracle = opensslVerifies(world.folder, { ...input, ...asked, at, isPinned: name === PINNED })
      const isTrusted = reading.kind === "valid" && reading.trust.kind === "trusted"
      count(name, isTrusted ? "valid" : reading.kind === "valid" ? "unknown root" : reading.kind, oracle.ok)
      if (isTrusted && !oracle.ok) tooMuch.push(`${JSON.stringify([which, first, second])} ${oracle.output}`)
    }
    expect(tooMuch).toEqual([])
  },
)

test("both verdicts were reached, and often", () => {
  console.table(
    Array.from(table, ([key, times]) => {
      const [mutated, ours, openssl] = key.split("|")
      return { mutated, ours, openssl, times }
    }),
  )
  const total = (ours: RegExp, openssl: string): number =>
    Array.from(table).reduce((sum, [key, times]) => {
      const [, mine = "", theirs] = key.split("|")
      return ours.test(mine) && theirs === openssl ? sum + times : sum
    }, 0)
  expect(total(/^valid$/, "refuses")).toBe(0)
  expect(total(/^valid$/, "accepts")).toBeGreaterThan(50)
  expect(total(/./, "refuses")).toBeGreaterThan(500)
  expect([...table.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThan(500)
})

function count(family: string, ours: string, accepts: boolean): void {
  const key = `${family}|${ours}|${accepts ? "accepts" : "refuses"}`
  table.set(key, (table.get(key) ?? 0) + 1)
}
