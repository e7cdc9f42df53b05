/** What the user says of items and cases for themselves. */
export const remarks = {
  "remark.export": "Include my labels, notes and complaint records",
}
