/** An OpenTimestamps calendar on this machine, which any origin may ask, as the public ones let it. */
import { createServer } from "node:http"
import { type AddressInfo } from "node:net"
import { type Calendar, fakeCalendar } from "../../unit/ots/calendar.ts"

export interface LocalCalendar extends Calendar {
  /** The requests that came: method, path and headers. */
  readonly asked: {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, unknown>>
  }[]
  close(): Promise<void>
}

export async function startCalendar(): Promise<LocalCalendar> {
  const asked: LocalCalendar["asked"] = []
  const held: { calendar: Calendar | null } = { calendar: null }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on("data", (part: Buffer) => parts.push(part))
    request.on("end", () => {
      const { method = "", url: path = "" } = request
      asked.push({ method, path, headers: request.headers })
      const answering =
        path === "/digest"
          ? held.calendar?.submit(new Uint8Array(Buffer.concat(parts)))
          : held.calendar?.askAgain(new Uint8Array(Buffer.from(path.replace("/timestamp/", ""), "hex")))
      void answering?.then(answer => {
        response.writeHead(answer === null ? 404 : 200, { "Access-Control-Allow-Origin": "*" })
        response.end(answer ?? "Pending confirmation in Bitcoin blockchain")
      })
    })
  })
  await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const calendar = fakeCalendar(`http://127.0.0.1:${String(port)}`)
  held.calendar = calendar
  return {
    ...calendar,
    asked,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections()
        server.close(error => {
          if (error === undefined) resolve()
          else reject(error)
        })
      }),
  }
}
