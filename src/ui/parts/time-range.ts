import { type Words } from "../../i18n/words.ts"

/** By how much a time may be off, in words: 30 min, 1 day. */
export const rangeSaid = ({ t, format }: Words, seconds: number): string =>
  seconds < 60 ? t("item.seconds", { n: format.number(seconds) }) : format.delay(seconds * 1000)
