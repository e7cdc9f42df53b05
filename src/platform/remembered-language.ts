/**
 * The language of our pages, kept where a page can read it at once: it must know
 * it before it draws, and a popup has no time to ask the vault. The vault's word is
 * the one that holds; losing this shows the browser's language until a page asked it.
 */
import { type PageLanguage, pageLanguages } from "../core/languages.ts"

const KEY = "holdfast.language.v1"

/** For the pages that are opened from now on. Nothing, where the browser keeps nothing for pages. */
export const rememberLanguage = (chosen: PageLanguage): void => pageStorage()?.setItem(KEY, chosen)

export function rememberedLanguage(): PageLanguage {
  const kept = pageStorage()?.getItem(KEY)
  return pageLanguages.find(language => language === kept) ?? "browser"
}

/** Null in a worker, which has none, and where reading it throws, as it does when the browser blocks all site data. */
function pageStorage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
