/** Times as papers print them: to the second, with their zone. */

/** As the clocks of the place showed it. Text that is no time is left as it is. */
export function localTime(at: string, offsetMinutes: number): string {
  const time = Date.parse(at)
  if (Number.isNaN(time)) return at
  const local = new Date(time + offsetMinutes * 60_000).toISOString().slice(0, 19).replace("T", " ")
  return `${local} (UTC${offset(offsetMinutes)})`
}

export const inUtc = (at: string): string => `${at.slice(0, 19).replace("T", " ")} UTC`

/** When the user filled something in of an item: by the same clocks as all else that is told of it. */
export const filledAt = (
  { at }: { readonly at: string },
  { clock }: { readonly clock: { readonly utcOffsetMinutes: number } },
): string => localTime(at, clock.utcOffsetMinutes)

function offset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const whole = `${minutes < 0 ? "−" : "+"}${String(hours)}`
  return rest === 0 ? whole : `${whole}:${String(rest).padStart(2, "0")}`
}
