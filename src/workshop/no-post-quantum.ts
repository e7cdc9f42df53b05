/**
 * Stands in the build where age's library imports its post-quantum recipients
 * (scripts/build/code.ts). None is ever made: core/encryption/recipient.ts takes
 * plain X25519 keys alone, which every release of age can open.
 */
export const MLKEM768P256 = null
export const MLKEM768X25519 = null
