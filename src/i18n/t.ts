import { type Catalog, en } from "./en.ts"
import { languageOf } from "./language.ts"
import { zhCN } from "./zh-CN.ts"

export type Key = keyof Catalog
type Values<K extends Key> = Catalog[K] extends (values: infer V) => string ? [values: V] : []

/** The sentence of a key, with its values filled in. A key that needs values does not compile without them. */
export type Translate = <K extends Key>(key: K, ...values: Values<K>) => string

/** `language` is any BCP 47 tag. */
export function translator(language: string): Translate {
  const catalog: Catalog = languageOf(language) === "zh-CN" ? zhCN : en
  return (key, ...values) => {
    const message = catalog[key] as string | ((...given: typeof values) => string)
    return typeof message === "string" ? message : message(...values)
  }
}
