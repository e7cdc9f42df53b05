/** The languages that every sentence exists in. */
export const languages = ["zh-CN", "en"] as const
export type Language = (typeof languages)[number]

/** Chinese for every kind of Chinese, English for everyone else. `tag` is a BCP 47 tag, such as the browser gives. */
export const languageOf = (tag: string): Language => (/^zh\b/i.test(tag) ? "zh-CN" : "en")

/** What each is called by those who speak it: a reader who is lost in the other finds their own. */
export const ownNames: Readonly<Record<Language, string>> = { "zh-CN": "简体中文", en: "English" }
