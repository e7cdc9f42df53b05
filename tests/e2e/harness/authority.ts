/** A time stamp authority on this machine: OpenSSL behind a small server, which can be told to misbehave. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { type ServerResponse } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { serveSite } from "../../../scripts/site/serve-site.ts"
import { makeAuthority } from "../../unit/stamp/authority.ts"

/** What it answers: `honest`, or in its own way. */
export type Answer = "honest" | ((query: Buffer, response: ServerResponse, honest: () => Buffer) => void)

export interface LocalAuthority {
  readonly url: string
  /** Its root, in a file. */
  readonly rootFile: string
  /** Requests that came, each with what was sent. */
  readonly asked: { readonly body: Buffer; readonly headers: Readonly<Record<string, unknown>> }[]
  answer: Answer
  close(): Promise<void>
}

export async function startAuthority(): Promise<LocalAuthority> {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-tsa-"))
  const tsa = makeAuthority(folder)
  const rootFile = join(folder, "root.pem")
  writeFileSync(rootFile, tsa.rootPem)
  const state: { answer: Answer } = { answer: "honest" }
  const asked: LocalAuthority["asked"] = []
  const site = await serveSite({
    routes: {
      "/tsa": (request, response) => {
        const parts: Buffer[] = []
        request.on("data", (part: Buffer) => parts.push(part))
        request.on("end", () => {
          const body = Buffer.concat(parts)
          asked.push({ body, headers: request.headers })
          if (state.answer !== "honest") {
            state.answer(body, response, () => tsa.stamp(body))
            return
          }
          response.writeHead(200, { "Content-Type": "application/timestamp-reply" })
          response.end(tsa.stamp(body))
        })
      },
    },
  })
  return {
    url: `${site.origin}/tsa`,
    rootFile,
    asked,
    get answer() {
      return state.answer
    },
    set answer(answer) {
      state.answer = answer
    },
    async close() {
      await site.close()
      rmSync(folder, { recursive: true })
    },
  }
}
