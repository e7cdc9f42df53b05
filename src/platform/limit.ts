import { EvidenceError, type ErrorCode } from "../core/errors.ts"

/** `work`, or an error with `code` when it takes longer than `ms`. An alert box makes a page silent for as long as it stands. */
export async function within<T>(ms: number, code: ErrorCode, what: string, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new EvidenceError(code, `${what}: no answer in ${String(ms)} ms`))
    }, ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
