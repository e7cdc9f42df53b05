import { emptyModel, type Model, placeOf } from "./model.ts"

export interface Store {
  read(): Model
  /** Takes the change over and draws once, however many changes come together. */
  change(part: Partial<Model>): void
}

export function makeStore(now: number, draw: (model: Model) => void): Store {
  let model: Model = { ...emptyModel, now }
  let drawing = false
  return {
    read: () => model,
    change: part => {
      const next = { ...model, ...part }
      model = { ...next, place: placeOf(next, model) }
      if (drawing) return
      drawing = true
      queueMicrotask(() => {
        drawing = false
        draw(model)
      })
    },
  }
}
