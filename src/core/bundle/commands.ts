/**
 * The checks of bundle.md, as commands with one bundle's own names and numbers.
 * Each line ends with status 0 exactly when its check holds, so that a script
 * may run them one by one; a person reads what they print.
 *
 * The tests take them out of a written verify.txt and run them as they stand.
 */
import type { Sha256 } from "../seal/hash.ts"

export interface BundleNumbers {
  readonly folder: string
  readonly items: number
  readonly payloadFiles: number
  readonly payloadBytes: number
  readonly manifestSha256: Sha256
  readonly custodyEntries: number
  readonly custodyHead: Sha256
  readonly deviceKey: Sha256
  /** Asked for a time stamp over the whole; what came of it cannot stand in the files that it stamps. */
  readonly authorities: readonly string[]
  /** Over the device key. */
  readonly keyStamps: readonly { readonly authority: string; readonly time: string }[]
  readonly innerStamps: readonly {
    readonly item: string
    readonly authority: string
    readonly time: string
  }[]
  /** Items with an OpenTimestamps proof. */
  readonly anchored: readonly string[]
  /** Stamps from elsewhere over an item's capture.json. */
  readonly importedStamps: readonly ImportedStamp[]
}

export interface ImportedStamp {
  readonly item: string
  /** In the item's folder. */
  readonly path: string
  readonly time: string
  /** A bare token, for which OpenSSL wants to be told so. */
  readonly isToken: boolean
  /** False where it is signed in a way that nothing here verifies. */
  readonly isVerifiable: boolean
}

export const linux = {
  zipPrint: (folder: string) => `sha256sum ${folder}.zip`,
  unpack: (folder: string) => `unzip -q ${folder}.zip\ncd ${folder}`,
  payloadSha256: "sha256sum --quiet --strict -c manifest-sha256.txt",
  payloadSm3: "cksum -a sm3 --quiet --check manifest-sm3.txt",
  tags: "sha256sum --quiet --strict -c tagmanifest-sha256.txt",
  key: (fingerprint: Sha256) => keyCheck("sha256sum", fingerprint),
  custodyChain: (head: Sha256) => chainCheck("sha256sum", head),
}

/** macOS has Perl's shasum in place of coreutils, and LibreSSL as openssl. */
export const mac = {
  zipPrint: (folder: string) => `shasum -a 256 ${folder}.zip`,
  unpack: linux.unpack,
  payloadSha256: "shasum -a 256 -c manifest-sha256.txt",
  tags: "shasum -a 256 -c tagmanifest-sha256.txt",
  key: (fingerprint: Sha256) => keyCheck("shasum -a 256", fingerprint),
  custodyChain: (head: Sha256) => chainCheck("shasum -a 256", head),
}

/** The same on both. */
export const posix = {
  nothingExtra: "find data -type f | LC_ALL=C sort | diff - <(cut -c67- manifest-sha256.txt | LC_ALL=C sort)",
  nothingExtraTop:
    "find . -type f ! -path './data/*' ! -path './proofs/*' ! -name tagmanifest-sha256.txt | sed 's|^\\./||' | LC_ALL=C sort | diff - <(cut -c67- tagmanifest-sha256.txt | LC_ALL=C sort)",
  signature:
    "openssl dgst -sha256 -verify device-key.pub.pem -signature proofs/tagmanifest-sha256.txt.sig tagmanifest-sha256.txt",
  custodyNumbers: ({ custodyHead, custodyEntries }: BundleNumbers) =>
    [
      `grep -x "Custody-Head-SHA256: ${custodyHead}" bag-info.txt`,
      `grep -x "Custody-Entries: ${String(custodyEntries)}" bag-info.txt`,
      `[ "$(grep -c "" data/custody.jsonl)" = ${String(custodyEntries)} ] && echo "${String(custodyEntries)} entries"`,
    ].join("\n"),
}

const timeOf = `t=$(openssl ts -reply -in "$r" -text 2>/dev/null | sed -n 's/^Time stamp: //p')`

const epochOf = (time: string): string => String(Math.floor(Date.parse(time) / 1000))

/**
 * GNU date and OpenSSL. A stamp is judged at its own time: its certificate may have ended since. Whom the reader trusts
 * is the last of the chain (`-partial_chain`), be it a root or the authority itself; of several authorities one is enough.
 */
export const stamps = {
  roots: "R=/etc/ssl/certs/ca-certificates.crt",
  key: ({ keyStamps }: BundleNumbers) =>
    keyStamps.map(({ authority, time }) => stampCheck("device-key.pub.pem", authority, time)).join("\n"),
  inner: ({ innerStamps }: BundleNumbers) =>
    innerStamps
      .map(({ item, authority, time }) => stampCheck(`data/${item}/capture.json`, authority, time))
      .join("\n"),
  imported: ({ importedStamps }: BundleNumbers) =>
    importedStamps
      .filter(({ isVerifiable }) => isVerifiable)
      .map(({ item, path, time, isToken }) => {
        const reply = `data/${item}/${path}${isToken ? " -token_in" : ""}`
        return `openssl ts -verify -data data/${item}/capture.json -in ${reply} -CAfile "$R" -partial_chain -attime ${epochOf(time)}`
      })
      .join("\n"),
  outer: `( n=0; m=0; for r in proofs/*.tsr; do [ -f "$r" ] || { echo "no time stamp came"; exit 1; }; m=$((m+1)); ${timeOf}; echo "$r: $t"; openssl ts -verify -data tagmanifest-sha256.txt -in "$r" -CAfile "$R" -partial_chain -attime "$(date -u -d "$t" +%s)" && n=$((n+1)); done; echo "$n of $m verified"; [ $n -gt 0 ] )`,
}

/** PowerShell 5 and later, which every Windows since 10 has. */
export const windows = {
  zipPrint: (folder: string) => `Get-FileHash -Algorithm SHA256 ${folder}.zip | Format-List Hash`,
  unpack: (folder: string) => `Expand-Archive ${folder}.zip .\ncd ${folder}`,
  files: [
    "$n = 0",
    'Get-Content manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object { $h = $_.Substring(0, 64); $f = $_.Substring(66); if ((Test-Path -LiteralPath $f) -and ((Get-FileHash -Algorithm SHA256 -LiteralPath $f).Hash -eq $h)) { $n++ } else { "CHANGED OR MISSING: $f" } }',
    '"$n files match"',
  ].join("\n"),
  extra: [
    "$l = (Get-Content manifest-sha256.txt).Substring(66)",
    "$at = (Get-Location).Path.Length + 1",
    "Get-ChildItem data -Recurse -File | ForEach-Object { $_.FullName.Substring($at).Replace('\\', '/') } | Where-Object { $l -notcontains $_ } | ForEach-Object { \"NOT LISTED: $_\" }",
    "$t = (Get-Content tagmanifest-sha256.txt).Substring(66) + 'tagmanifest-sha256.txt'",
    "Get-ChildItem . -Recurse -File | ForEach-Object { $_.FullName.Substring($at).Replace('\\', '/') } | Where-Object { $_ -notmatch '^(data|proofs)/' -and $t -notcontains $_ } | ForEach-Object { \"NOT LISTED: $_\" }",
  ].join("\n"),
}

/** A stamp that lies beside its file, by the time in it. */
function stampCheck(file: string, authority: string, time: string): string {
  const epoch = String(Math.floor(Date.parse(time) / 1000))
  return `openssl ts -verify -data ${file} -in ${file}.${authority}.tsr -CAfile "$R" -partial_chain -attime ${epoch}`
}

function keyCheck(sha256sum: string, fingerprint: Sha256): string {
  return `openssl pkey -pubin -in device-key.pub.pem -outform DER | ${sha256sum} | grep "^${fingerprint} "`
}

/** Each line must end with the hash of the one before; in a subshell, so that `exit` does not close the reader's. */
function chainCheck(sha256sum: string, head: Sha256): string {
  const body = [
    `p=$(printf '0%.0s' $(seq 64))`,
    `while IFS= read -r l; do case $l in *",\\"prev\\":\\"$p\\"}") ;; *) echo BROKEN; exit 1;; esac; p=$(printf %s "$l" | ${sha256sum} | cut -d' ' -f1); done < data/custody.jsonl`,
    `echo "head $p"`,
    `[ "$p" = ${head} ] && echo "custody log ok" || { echo BROKEN; exit 1; }`,
  ]
  return `( ${body.join("; ")} )`
}
