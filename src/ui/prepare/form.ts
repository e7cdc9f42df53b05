/** What is typed and ticked in the second step. */
import { type PaperName, paperNames } from "../../core/papers/names.ts"
import { ownFields, type PersonField, type Typed } from "../../core/papers/typed.ts"
import { readClaims } from "./claims.ts"

/** `before`: what was typed in fields that are not shown now stays. */
export function readTyped(page: ParentNode, before: Typed): Typed {
  const read = (id: string, old: string | null): string | null => {
    const field = page.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)
    return field === null ? old : orNull(field.value)
  }
  const line = (name: PersonField) => read(`person-${name}`, before.person[name])
  const ticked = readClaims(page, before.claims ?? [])
  const items = new Set([
    ...before.statements.map(({ item }) => item),
    ...Array.from(page.querySelectorAll(".statement"), ({ id }) => id.replace("statement-", "")),
  ])
  return {
    person: {
      ...{ name: line("name"), idNumber: line("idNumber"), address: line("address") },
      ...{ phone: line("phone"), email: line("email"), agent: line("agent") },
    },
    statements: Array.from(items, item => {
      const old = before.statements.find(each => each.item === item)
      return {
        item,
        words: read(`words-${item}`, old?.words ?? null),
        truth: read(`truth-${item}`, old?.truth ?? null),
      }
    }),
    own: Object.fromEntries(
      ownFields.flatMap(name => {
        const text = read(`own-${name}`, before.own[name] ?? null)
        return text === null ? [] : [[name, text]]
      }),
    ),
    ...(ticked.length === 0 ? {} : { claims: ticked }),
  }
}

export const readPapers = (page: ParentNode): PaperName[] =>
  paperNames.filter(name => page.querySelector<HTMLInputElement>(`#paper-${name}`)?.checked === true)

export const isTicked = (page: ParentNode, id: string): boolean =>
  page.querySelector<HTMLInputElement>(`#${id}`)?.checked === true

const orNull = (value: string): string | null => (value.trim() === "" ? null : value.trim())
