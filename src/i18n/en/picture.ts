/** The page of one picture of an item: looking closely, marking, covering. A redacted copy is always called one. */
import { plural } from "./plural.ts"

export const picture = {
  "picture.title": "Picture",
  "picture.open": "Look closely, mark, cover",
  "picture.openOf": ({ what }: { what: string }) => `Look closely, mark, cover: ${what}`,
  "picture.back": "Back to the item",
  "picture.others": "Pictures of this item",
  "picture.none": "This item has no such picture.",
  "picture.frame": ({ n }: { n: string }) => `Screen ${n}`,
  "picture.show": "Show picture",
  "picture.hide": "Hide picture",
  "picture.calm": "The picture is hidden until you ask for it.",
  "picture.tools": "Tools",
  "picture.tool.pan": "Move and select",
  "picture.tool.highlight": "Highlight",
  "picture.tool.box": "Box",
  "picture.tool.cover": "Cover",
  "picture.add": "Add in the middle",
  "picture.undo": "Undo",
  "picture.zoom": "Zoom",
  "picture.in": "Larger",
  "picture.out": "Smaller",
  "picture.fit": "Fit width",
  "picture.keys":
    "By pointer: choose a tool and drag over the picture. By keyboard: “Add in the middle”, then with the picture in focus the arrow keys move it, Shift and arrow keys change its size, Delete removes it, Esc lets go of it; + and − zoom, 0 fits the width, 1 is 100 %, Ctrl+Z undoes.",

  "picture.marks": "Marks",
  "picture.marksWhat":
    "Highlights and boxes are kept apart from the picture, which is not changed. Each time that you keep them is a version with its time; earlier ones stay. They go into bundles, unless you untick them there.",
  "picture.marksNone": "Nothing is drawn on this picture.",
  "picture.kind.highlight": "highlight",
  "picture.kind.box": "box",
  "picture.kind.cover": "to be covered in a copy",
  "picture.mark": ({ n, kind, wide, high }: { n: string; kind: string; wide: string; high: string }) =>
    `${n} · ${kind}, ${wide} × ${high} pixels`,
  "picture.delete": "Remove",
  "picture.deleteOf": ({ what }: { what: string }) => `Remove: ${what}`,
  "picture.field.x": "From the left",
  "picture.field.y": "From the top",
  "picture.field.width": "Width",
  "picture.field.height": "Height",
  "picture.field.note": "Note (optional)",
  "picture.keep": "Keep marks",
  "picture.kept": "The marks are kept.",
  "picture.unkept": "Not kept yet",
  "picture.noneKept": "No marks are kept of this picture.",
  "picture.keptAt": ({ time, n }: { time: string; n: number }) =>
    `Kept ${time}; ${plural(n, "version", "versions")} in all`,

  "picture.copies": "Redacted copies",
  "picture.copiesWhat":
    "Cover third parties, faces, telephone numbers: choose “Cover” and draw. The copy is a new file in which the covered pixels are black; the original and its fingerprint stay as they are, and both go into bundles.",
  "picture.phones": ({ n }: { n: number }) => plural(n, "phone number", "phone numbers"),
  "picture.identities": ({ n }: { n: number }) => plural(n, "identity number", "identity numbers"),
  "picture.and": " and ",
  "picture.numbers": ({ what }: { what: string }) =>
    `The text of this item holds ${what}. Look whether any of it is to be seen in the picture; where it would stand is not known.`,
  "picture.numbersNone":
    "No phone or identity numbers were found in the text of this item. A picture may hold some all the same.",
  "picture.numbersUnread":
    "There is no text of this item to look for numbers in. Look at the picture itself.",
  "picture.copy": "Make a redacted copy (original unchanged)",
  "picture.copying": "Making and checking the copy…",
  "picture.covers": ({ n }: { n: number }) =>
    n === 0 ? "Nothing is drawn to be covered." : `${plural(n, "part", "parts")} to be covered`,
  "picture.copied": "The redacted copy is kept. The original is unchanged.",
  "picture.copiesNone": "There is no redacted copy of a picture of this item.",
  "picture.copyLabel": "Redacted copy",
  "picture.copyOf": ({ what, time, n }: { what: string; time: string; n: number }) =>
    `${what}, ${plural(n, "part", "parts")} covered, ${time}`,
  "picture.copyAlt": ({ what }: { what: string }) => `Redacted copy of: ${what}`,
  "picture.copyPrint": "SHA-256 of the copy:",
  "picture.originalPrint": "SHA-256 of the original:",
  "picture.look": "Look at the copy",
  "picture.lookAway": "Hide the copy",
  "picture.save": "Save as a file",
  "picture.marked": ({ n }: { n: number }) => `Marks on the pictures: ${String(n)}`,
} as const satisfies Record<string, unknown>
