/** An official paper as it is written, before anyone decides on lines and pages. */
export interface OfficialPaper {
  /** `brief`: a one-page report, which begins at the top of the page. `document`: the head stands 35 mm lower. */
  form: 'document' | 'brief'
  /** The red head: who issues it, or the name of the series. Without it there is no red line either. */
  issuer?: string
  /** Document number, "云科〔2026〕12号". */
  number?: string
  /** Who signs a paper to a higher office (签发人). */
  signer?: string
  /** A line feed breaks the title where its sense does. */
  title: string
  /** To whom it goes (主送机关), without the colon. */
  addressee?: string
  body: readonly PaperBlock[]
  /** Named below the body; those with a body of their own follow on pages of their own. */
  attachments?: readonly { title: string; body?: readonly PaperBlock[] }[]
  signature?: { name: string; date: IsoDate }
  /** In brackets below the date: "联系人：罗慧，电话：…". */
  contact?: string
  /** Who gets a copy (抄送), without the full stop. */
  copies?: string
  /** Office and day of printing (印发机关和印发日期), at the foot of the last page. */
  printed?: { office: string; date: IsoDate }
}

/** "2026-07-05" */
export type IsoDate = string

export type PaperBlock = PaperHeading | PaperParagraph | PaperTable | PaperPicture

/** Numbered by its level: 一、 （一） 1. （1） */
export interface PaperHeading {
  kind: 'heading'
  level: 1 | 2 | 3 | 4
  text: string
}

/** A line feed begins another paragraph. */
export interface PaperParagraph {
  kind: 'paragraph'
  /** Words at its beginning that are set off. */
  lead?: string
  text: string
}

export interface PaperTable {
  kind: 'table'
  caption?: string
  /** `share`: width against the others. */
  columns: readonly { heading: string; share: number; align: 'left' | 'center' | 'right' }[]
  rows: readonly (readonly string[])[]
  note?: string
  /** Smaller letters and closer rows, where a page must hold much. */
  dense?: boolean
}

/** A drawing over the width of the text. Its SVG must stand alone: no scripts, no references, sizes in its viewBox. */
export interface PaperPicture {
  kind: 'picture'
  svg: string
  /** What it shows, for readers who do not see it. */
  description: string
  caption?: string
}
