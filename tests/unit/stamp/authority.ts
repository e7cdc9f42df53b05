/**
 * A time-stamping authority of one's own, made by OpenSSL in a folder: the
 * certificates, and `openssl ts -reply` as the authority itself. For every test
 * that needs a stamp.
 */
import { execFileSync, spawnSync } from "node:child_process"
import { generateKeyPairSync, randomUUID } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import path from "node:path"

export type KeyKind = "rsa" | "rsa-1024" | "P-256" | "P-384" | "P-521"

export interface Identity {
  readonly name: string
  readonly der: Buffer
  /** PKCS #8, PEM. */
  readonly key: string
}

export interface IdentityOptions {
  readonly name: string
  readonly key?: KeyKind
  /** Who signs; itself where there is none. */
  readonly issuer?: Identity
  /** Lines of an OpenSSL extension section. */
  readonly extensions: readonly string[]
  readonly days?: number
  readonly digest?: string
  /** Further arguments of `openssl x509`, say for PSS. */
  readonly signing?: readonly string[]
}

export const CA_EXTENSIONS = [
  "basicConstraints = critical,CA:true",
  "keyUsage = critical,keyCertSign,cRLSign",
  "subjectKeyIdentifier = hash",
]
export const TSA_EXTENSIONS = [
  "basicConstraints = critical,CA:false",
  "keyUsage = critical,digitalSignature",
  "extendedKeyUsage = critical,timeStamping",
  "subjectKeyIdentifier = hash",
  "authorityKeyIdentifier = keyid",
]

export interface AuthorityOptions {
  readonly key?: KeyKind
  /** An authority between the root and the signer, sent along in the reply. */
  readonly intermediate?: boolean
  /** `sha1` makes ESSCertID, the others ESSCertIDv2. */
  readonly ess?: "sha1" | "sha256" | "sha384"
  /** Whether the attribute names the whole chain, not the signer alone. */
  readonly essChain?: boolean
  readonly signerDigest?: "sha256" | "sha384" | "sha512"
  readonly fractionDigits?: number
}

export interface Authority {
  readonly root: Identity
  readonly intermediate: Identity | null
  readonly signer: Identity
  readonly rootPem: string
  /** The answer to a request: a TimeStampResp, whatever its status. */
  stamp(query: Uint8Array): Buffer
}

export function makeAuthority(folder: string, options: AuthorityOptions = {}): Authority {
  const key = options.key ?? "P-256"
  const root = makeIdentity(folder, { name: "Test TSA Root", key, extensions: CA_EXTENSIONS })
  const intermediate = options.intermediate
    ? makeIdentity(folder, {
        ...{ name: "Test TSA CA", key, issuer: root },
        extensions: [...CA_EXTENSIONS, "authorityKeyIdentifier = keyid"],
      })
    : null
  const issuer = intermediate ?? root
  const signer = makeIdentity(folder, { name: "Test TSA", key, issuer, extensions: TSA_EXTENSIONS })
  return {
    root,
    intermediate,
    signer,
    rootPem: pemOf(root.der),
    stamp: stamper(folder, issuer, signer, options),
  }
}

function stamper(folder: string, issuer: Identity, signer: Identity, options: AuthorityOptions) {
  const at = (file: string): string => path.join(folder, file)
  const id = randomUUID()
  writeFileSync(at(`${id}.crt`), pemOf(signer.der))
  writeFileSync(at(`${id}.chain`), pemOf(issuer.der))
  writeFileSync(at(`${id}.key`), signer.key)
  writeFileSync(at(`${id}.serial`), "01\n")
  writeFileSync(at(`${id}.cnf`), configuration(folder, id, options))
  return (query: Uint8Array): Buffer => {
    writeFileSync(at(`${id}.tsq`), query)
    const files = ["-queryfile", at(`${id}.tsq`), "-out", at(`${id}.tsr`)]
    openssl(["ts", "-reply", "-config", at(`${id}.cnf`), "-section", "tsa", ...files])
    return readFileSync(at(`${id}.tsr`))
  }
}

function configuration(folder: string, id: string, options: AuthorityOptions): string {
  return [
    "[ tsa ]",
    `serial = ${path.join(folder, id)}.serial`,
    "crypto_device = builtin",
    `signer_cert = ${path.join(folder, id)}.crt`,
    `certs = ${path.join(folder, id)}.chain`,
    `signer_key = ${path.join(folder, id)}.key`,
    `signer_digest = ${options.signerDigest ?? "sha256"}`,
    "default_policy = 1.3.6.1.4.1.99999.1.1",
    "other_policies = 1.3.6.1.4.1.99999.1.2",
    "digests = sha1, sha256, sha384, sha512",
    "accuracy = secs:1, millisecs:500",
    "ordering = no",
    "tsa_name = yes",
    `ess_cert_id_chain = ${options.essChain ? "yes" : "no"}`,
    `ess_cert_id_alg = ${options.ess ?? "sha256"}`,
    `clock_precision_digits = ${options.fractionDigits ?? 3}`,
    "",
  ].join("\n")
}

/** A certificate with its key, signed by `openssl x509`. */
export function makeIdentity(folder: string, options: IdentityOptions): Identity {
  const { name, issuer, extensions, key: kind = "P-256", days = 3650, digest = "sha256" } = options
  const file = path.join(folder, randomUUID())
  const key = makeKey(kind)
  writeFileSync(`${file}.key`, key)
  writeFileSync(`${file}.ext`, ["[ ext ]", ...extensions, ""].join("\n"))
  writeFileSync(`${file}.issuer.key`, issuer?.key ?? key)
  if (issuer !== undefined) writeFileSync(`${file}.issuer.crt`, pemOf(issuer.der))
  openssl([
    "req",
    "-new",
    "-utf8",
    "-key",
    `${file}.key`,
    "-subj",
    `/C=XX/O=Test/CN=${name}`,
    "-out",
    `${file}.csr`,
  ])
  const by =
    issuer === undefined
      ? ["-signkey", `${file}.key`]
      : ["-CA", `${file}.issuer.crt`, "-CAkey", `${file}.issuer.key`, "-set_serial", `0x${randomSerial()}`]
  const made = ["-extfile", `${file}.ext`, "-extensions", "ext", "-outform", "DER", "-out", `${file}.crt`]
  const time = [`-${digest}`, "-days", String(days)]
  openssl(["x509", "-req", "-in", `${file}.csr`, ...by, ...time, ...made, ...(options.signing ?? [])])
  return { name, der: readFileSync(`${file}.crt`), key }
}

const randomSerial = (): string => `1${randomUUID().replaceAll("-", "").slice(1, 16)}`

function makeKey(kind: KeyKind): string {
  const encoding = { type: "pkcs8", format: "pem" } as const
  if (kind === "rsa" || kind === "rsa-1024") {
    const modulusLength = kind === "rsa" ? 2048 : 1024
    return generateKeyPairSync("rsa", { modulusLength }).privateKey.export(encoding).toString()
  }
  return generateKeyPairSync("ec", { namedCurve: kind }).privateKey.export(encoding).toString()
}

export function pemOf(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? []
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n")
}

export function openssl(args: readonly string[]): Buffer {
  return execFileSync("openssl", args, { stdio: "pipe" })
}

export interface Question {
  readonly reply: Uint8Array
  readonly data: Uint8Array
  /** Then the nonce is compared, and `data` is not looked at. */
  readonly query?: Uint8Array
  readonly roots: readonly Uint8Array[]
  /** The time to judge at; now where there is none. */
  readonly at?: string
  readonly isToken?: boolean
  /** Whether `roots` may hold certificates that are not their own issuers. */
  readonly isPinned?: boolean
}

/** The oracle: what `openssl ts -verify` says. */
export function opensslVerifies(folder: string, question: Question): { ok: boolean; output: string } {
  const [reply, data, query, roots] = ["o.tsr", "o.data", "o.tsq", "o.pem"].map(file =>
    path.join(folder, file),
  )
  writeFileSync(reply!, question.reply)
  writeFileSync(data!, question.data)
  writeFileSync(roots!, question.roots.map(pemOf).join(""))
  if (question.query !== undefined) writeFileSync(query!, question.query)
  const of = question.query === undefined ? ["-data", data!] : ["-queryfile", query!]
  const when =
    question.at === undefined ? [] : ["-attime", String(Math.floor(Date.parse(question.at) / 1000))]
  const kind = [...(question.isToken ? ["-token_in"] : []), ...(question.isPinned ? ["-partial_chain"] : [])]
  const args = ["ts", "-verify", ...of, "-in", reply!, ...kind, "-CAfile", roots!, ...when]
  const { status, stdout, stderr } = spawnSync("openssl", args, { encoding: "utf8" })
  const output = `${stdout}${stderr}`
  return { ok: status === 0 && /^Verification: OK$/m.test(output), output }
}
