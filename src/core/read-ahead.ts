/**
 * What `read` makes of each input, in order, while it is at work on up to
 * `ahead` further ones: reading waits for the disk, and other cores decode.
 * Throws what `read` threw for the input whose turn it is.
 */
export async function* readAhead<I, O>(
  inputs: readonly I[],
  ahead: number,
  read: (input: I) => Promise<O>,
): AsyncGenerator<O, void, undefined> {
  const begun: Promise<O>[] = []
  for (let turn = 0; turn < inputs.length; turn++) {
    for (const input of inputs.slice(begun.length, turn + 1 + ahead)) {
      const reading = read(input)
      // Told when its turn comes; until then, or where that never comes, nobody listens.
      reading.catch(() => undefined)
      begun.push(reading)
    }
    const next = begun[turn]
    if (next !== undefined) yield await next
  }
}
