/** How a draft looks: named styles, so that a lawyer changes all of a kind at once. */
import { type IStylesOptions } from "docx"

/** The styles' ids; Word shows their names. */
export const STYLES = {
  banner: "Banner",
  note: "Note",
  cell: "Cell",
  cellHead: "CellHead",
  cellGroup: "CellGroup",
  soft: "Soft",
  strong: "CellStrong",
  digits: "Digits",
  suggestion: "Suggestion",
  blank: "BlankLine",
  edge: "Edge",
} as const

/** What every Windows and every Mac with Word has, and others have a likeness of. */
const TEXT = { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia: "SimSun" }
const BOLD = { ...TEXT, eastAsia: "SimHei" }
const DIGITS = { ascii: "Courier New", hAnsi: "Courier New", cs: "Courier New", eastAsia: "SimSun" }

/** Sizes are in half points, spaces in twentieths of one. Greys keep 4.5 : 1 on white. */
const GREY = "6b6b6b"

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: TEXT, size: 21, language: { value: "en-US", eastAsia: "zh-CN" } },
      paragraph: { spacing: { after: 80, line: 276 } },
    },
    title: {
      run: { font: BOLD, size: 36, bold: true },
      paragraph: { alignment: "center", spacing: { before: 0, after: 80 } },
    },
    heading1: {
      run: { font: BOLD, size: 28, bold: true },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: BOLD, size: 24, bold: true },
      paragraph: { spacing: { before: 200, after: 100 }, keepNext: true },
    },
    heading3: {
      run: { font: BOLD, size: 21, bold: true },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
    },
  },
  paragraphStyles: [
    {
      ...{ id: STYLES.banner, name: "Holdfast banner", basedOn: "Normal" },
      run: { font: BOLD, bold: true, color: "9c2a10" },
      paragraph: { alignment: "center", spacing: { after: 160 } },
    },
    {
      ...{ id: STYLES.note, name: "Holdfast note", basedOn: "Normal" },
      run: { size: 18, color: GREY },
      paragraph: { spacing: { after: 40 } },
    },
    {
      ...{ id: STYLES.cell, name: "Holdfast cell", basedOn: "Normal" },
      run: { size: 18 },
      paragraph: { spacing: { after: 20, line: 252 } },
    },
    {
      ...{ id: STYLES.cellHead, name: "Holdfast table head", basedOn: STYLES.cell },
      run: { font: BOLD, bold: true },
      paragraph: { alignment: "center", keepNext: true },
    },
    {
      ...{ id: STYLES.cellGroup, name: "Holdfast group", basedOn: STYLES.cell },
      run: { font: BOLD, bold: true, size: 20 },
      paragraph: { keepNext: true },
    },
    {
      ...{ id: STYLES.strong, name: "Holdfast strong", basedOn: STYLES.cell },
      run: { font: BOLD, bold: true },
    },
    {
      ...{ id: STYLES.soft, name: "Holdfast beside the matter", basedOn: STYLES.cell },
      run: { size: 16, color: GREY },
    },
    {
      ...{ id: STYLES.digits, name: "Holdfast digits", basedOn: STYLES.cell },
      run: { font: DIGITS, size: 13 },
    },
    {
      ...{ id: STYLES.suggestion, name: "Holdfast suggestion", basedOn: STYLES.cell },
      run: { color: GREY },
    },
    {
      ...{ id: STYLES.blank, name: "Holdfast line to fill in", basedOn: "Normal" },
      paragraph: { alignment: "right", spacing: { before: 240 }, keepLines: true, keepNext: true },
    },
    {
      ...{ id: STYLES.edge, name: "Holdfast edge of a sheet", basedOn: "Normal" },
      run: { size: 16, color: GREY },
      paragraph: { alignment: "center", spacing: { after: 0 } },
    },
  ],
}
