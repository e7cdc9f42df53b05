/** Public random numbers: the record came after them, and nothing is said of the picture. */
export const bracket = {
  "bracket.title": "Lower time bound (public random numbers)",
  "bracket.what":
    "drand and NIST publish, every few seconds to a minute, a number that nobody knew before. Written into the record of a capture it shows that the record was made after that moment; with a time stamp, it lies between two moments. It speaks of the record, not of the picture. Whether a court recognises it has not been verified.",
  "bracket.consent":
    "While it is on, each capture fetches the number of the moment from each of the servers below. Nothing is sent; they see your IP address and the time of asking. Nothing waits for them: a number that does not come is named as missing in the record.",
  "bracket.on": "Fetch public random numbers for what I capture from now on",
  "bracket.drand": ({ relays }: { relays: string }) =>
    `drand (the chain quicknet; its signature is checked by the verifier): ${relays}`,
  "bracket.nist": ({ address }: { address: string }) =>
    `NIST's randomness beacon (kept as it comes, Holdfast does not check its signature; the browser asks you about it): ${address}`,
} as const satisfies Record<string, unknown>
