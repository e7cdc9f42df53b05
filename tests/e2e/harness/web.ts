/** The web as one browser sees it: https under every name, answered from this machine, with a certificate made for it. */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { type IncomingMessage, type ServerResponse } from "node:http"
import { createServer } from "node:https"
import { type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type LaunchOptions, type Target } from "../../../scripts/browsers/driver.ts"
import { startProxy } from "./proxy.ts"

export interface Web {
  readonly options: Readonly<Record<Target, Partial<LaunchOptions>>>
  /** The server's certificate as openssl reads it: SHA-256 of its DER, in capitals with colons. */
  readonly fingerprint: string
  /** Every request that came in over https so far, as `GET https://host/path`. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

export type Answer = (url: URL, request: IncomingMessage, response: ServerResponse) => void

/** `answer` is asked for every address of the world. */
export async function serveWeb(answer: Answer): Promise<Web> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-web-"))
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")]
  const openssl = (...args: string[]) => execFileSync("openssl", args, { encoding: "utf8", stdio: "pipe" })
  openssl(
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate],
    ...["-days", "2", "-subj", "/O=Holdfast test/CN=everywhere.invalid"],
  )
  const requests: string[] = []
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (request, response) => {
      const url = new URL(`https://${request.headers.host ?? "nowhere.invalid"}${request.url ?? "/"}`)
      requests.push(`${request.method ?? ""} ${url.href}`)
      answer(url, request, response)
    },
  )
  await new Promise<void>(done => {
    server.listen(0, "127.0.0.1", done)
  })
  const proxy = await startProxy((server.address() as AddressInfo).port)
  const trusting = (options: Partial<LaunchOptions>) => ({ ...options, anyCertificate: true })
  return {
    options: { chrome: trusting(proxy.options.chrome), firefox: trusting(proxy.options.firefox) },
    fingerprint: openssl("x509", "-in", certificate, "-noout", "-fingerprint", "-sha256")
      .trim()
      .replace(/^.*=/, ""),
    requests,
    async close() {
      await proxy.close()
      await new Promise<void>(done => {
        server.close(() => {
          done()
        })
        server.closeAllConnections()
      })
      rmSync(folder, { recursive: true })
    },
  }
}
