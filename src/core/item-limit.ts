/** The most bytes that one item may have: a reader refuses a bundle beyond it (bundle.md, Rules). */
export const MOST_ITEM_BYTES = 4 * 2 ** 30
