/** Round 1000 of quicknet as its relays have published it: what judges our reading was made by drand. */
export const round1000 = {
  round: 1000,
  randomness: "fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd",
  signature:
    "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39",
} as const

export const ROUND_1000_TIME = "2023-08-23T15:59:24.000Z"

/** A pulse of the form of NISTIR 8213, with made-up digits. */
export const pulse = (at = "2026-11-26T10:15:00.000Z"): string =>
  JSON.stringify({
    pulse: {
      uri: "https://beacon.nist.gov/beacon/2.0/chain/2/pulse/1",
      version: "Version 2.0",
      timeStamp: at,
      signatureValue: "AB".repeat(512),
      outputValue: "0F".repeat(64),
    },
  })
