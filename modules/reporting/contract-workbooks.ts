import { z } from 'zod'

/** The bureau's own workbook: which of its cells stand for which figures, and what an upload would change. */

const Names = z.object({ zh: z.string(), en: z.string() })
const Row = z.number().int().min(1).max(1_048_576)
const Column = z.number().int().min(1).max(16_384)
const Nature = z.enum(['working', 'statistical'])
const Time = z.iso.datetime()

/** Which period a line of figures is about: the one reported, the one before, a year before, or a part of its year. */
const LinePeriod = z.string().regex(/^(now|before|year-before|H[12]|Q[1-4]|0[1-9]|1[0-2])$/)

/**
 * A row or a column of a sheet and what it stands for. Where a row and a column of figures meet there is a figure: what
 * one of the two leaves open the other says.
 */
export const SheetLine = z.object({
  /** The number of the row or column. */
  at: Row,
  /** What stands at its head, by which it is found again when rows have been put in. */
  label: z.string().max(500),
  kind: z.enum(['figures', 'total']),
  indicatorId: z.string().min(1).max(120).nullable(),
  unitId: z.string().max(121).nullable(),
  nature: Nature.nullable(),
  period: LinePeriod.nullable(),
  /** The unit of measurement in which the sheet gives it; null for the indicator's own. */
  measure: z.string().max(40).nullable(),
  /** The line of which this one is a part (其中). */
  whole: Row.nullable(),
  /** The lines that a total adds up. */
  parts: z.array(Row).max(5000),
})
export type SheetLine = z.infer<typeof SheetLine>

const formFields = ['preparer', 'checker', 'leader', 'unit', 'phone', 'day', 'period'] as const

/** A line such as 填表人 or 审核人: the cell with its label, and the cell into which it is written. */
const FormField = z.object({
  field: z.enum(formFields),
  row: Row,
  column: Column,
  /** Where it is written; the same cell when it stands behind its label. */
  intoRow: Row,
  intoColumn: Column,
})
export type FormField = z.infer<typeof FormField>

export const SheetMapping = z.object({
  sheet: z.string().min(1).max(100),
  /** The rows of headings above the figures, and the column with the names of the rows. */
  headTop: Row,
  headBottom: Row,
  nameColumn: Column,
  rows: z.array(SheetLine).max(6000),
  columns: z.array(SheetLine).max(400),
  fields: z.array(FormField).max(60),
})
export type SheetMapping = z.infer<typeof SheetMapping>

export const WorkbookMapping = z
  .object({ sheets: z.array(SheetMapping).min(1).max(20) })
  .meta({ id: 'WorkbookMapping' })
export type WorkbookMapping = z.infer<typeof WorkbookMapping>

/** `version` is the newest one she saw; 0 when there was none. */
export const SaveMapping = z
  .object({ version: z.number().int().min(0), mapping: WorkbookMapping })
  .meta({ id: 'SaveMapping' })

/** A figure that the cycle asks for and that a cell may stand for. */
const AskedLine = z.object({
  indicatorId: z.string(),
  indicator: Names,
  measure: z.string(),
  nature: Nature,
  unit: z.object({ id: z.string(), name: Names }),
})
export type AskedLine = z.infer<typeof AskedLine>

const SheetView = z.object({
  sheet: z.string(),
  hidden: z.boolean(),
  /** Row, column, text, and whether it is a formula. */
  cells: z.array(z.tuple([z.number(), z.number(), z.string(), z.boolean()])),
  merges: z.array(z.object({ top: z.number(), left: z.number(), bottom: z.number(), right: z.number() })),
})
export type SheetView = z.infer<typeof SheetView>

export const WorkbookView = z
  .object({
    id: z.uuid(),
    cycle: z.object({ code: z.string(), names: Names, frequency: z.string() }),
    fileName: z.string(),
    sheets: z.array(SheetView),
    /** As saved last for this workbook, or as proposed from its words. */
    mapping: WorkbookMapping.extend({ sheets: z.array(SheetMapping) }),
    /** The newest version saved for this cycle; 0 when there is none. */
    version: z.number().int(),
    /** Which version this mapping is; null for one that is only proposed. */
    mappingVersion: z.number().int().nullable(),
    lines: z.array(AskedLine),
    mayMap: z.boolean(),
  })
  .meta({ id: 'WorkbookView' })
export type WorkbookView = z.infer<typeof WorkbookView>

const TemplateVersion = z.object({
  version: z.number().int(),
  workbookId: z.uuid(),
  fileName: z.string(),
  size: z.number().int(),
  by: Names,
  savedAt: Time,
})

export const TemplateList = z
  .object({
    cycle: z.object({ code: z.string(), names: Names }),
    /** Newest first. */
    versions: z.array(TemplateVersion),
    mayMap: z.boolean(),
  })
  .meta({ id: 'TemplateList' })
export type TemplateList = z.infer<typeof TemplateList>

/** Something to know about a cell of an uploaded workbook: an error has to be put right, a warning be looked at. */
const Finding = z.object({
  level: z.enum(['error', 'warning', 'note']),
  code: z.string(),
  sheet: z.string(),
  /** Null when it is about the whole workbook. */
  address: z.string().nullable(),
  row: z.number().int().nullable(),
  column: z.number().int().nullable(),
  message: Names,
  remedy: Names.nullable(),
})
export type Finding = z.infer<typeof Finding>

const CellKey = { indicatorId: z.string().min(1).max(120), nature: Nature }

const Change = z.object({
  ...CellKey,
  indicator: Names,
  measure: z.string(),
  sheet: z.string(),
  address: z.string(),
  /** In the return when the workbook was read, and what it would become. */
  was: z.string().nullable(),
  becomes: z.string(),
  /** In the return now, with its version. It differs from `was` when somebody changed it meanwhile. */
  now: z.string().nullable(),
  version: z.number().int(),
  moved: z.boolean(),
})
export type Change = z.infer<typeof Change>

export const UploadView = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    size: z.number().int(),
    by: Names,
    addedAt: Time,
    state: z.enum(['read', 'accepted', 'undone']),
    templateVersion: z.number().int(),
    findings: z.array(Finding),
    changes: z.array(Change),
    /** Cells of hers that say what the return says already, cells left empty, and figures of other units. */
    same: z.number().int(),
    empty: z.number().int(),
    foreign: z.number().int(),
    mayAccept: z.boolean(),
    mayUndo: z.boolean(),
  })
  .meta({ id: 'UploadView' })
export type UploadView = z.infer<typeof UploadView>

export const UploadList = z
  .object({
    template: z.object({ version: z.number().int(), fileName: z.string() }).nullable(),
    uploads: z.array(
      z.object({
        id: z.uuid(),
        fileName: z.string(),
        by: Names,
        addedAt: Time,
        state: z.enum(['read', 'accepted', 'undone']),
      }),
    ),
    mayUpload: z.boolean(),
  })
  .meta({ id: 'UploadList' })
export type UploadList = z.infer<typeof UploadList>

/** The cells whose figures go in, each with the version she saw. */
export const AcceptUpload = z
  .object({
    cells: z
      .array(z.object({ ...CellKey, version: z.number().int().min(0) }))
      .min(1)
      .max(5000),
  })
  .meta({ id: 'AcceptUpload' })
export type AcceptUpload = z.infer<typeof AcceptUpload>
