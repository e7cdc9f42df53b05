/** The drawing script: put beside the page's script (main.ts) only where no screenshot can be had. Does nothing by itself. */
import { drawCopy } from "../capture/redrawn/draw.ts"

globalThis.holdfastDraw = drawCopy
