/**
 * What a translation of an English catalogue must hold: the same keys, a
 * sentence for a sentence, and a function of the same values for a function.
 */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : English[Key]
}
