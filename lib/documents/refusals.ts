import { AppError, type Bilingual } from '@opensti/kernel'

/** Every reason for which a file is not read, with what the person can do about it. */
const REFUSALS = {
  document_empty: [
    { zh: '文件是空的。', en: 'The file is empty.' },
    { zh: '请重新导出或下载该文件，再上传一次。', en: 'Export or download the file again, then upload it once more.' },
  ],
  document_too_large: [
    { zh: '文件超过了可以读取的大小。', en: 'The file is larger than can be read.' },
    { zh: '请只上传正文部分，或把文字复制后粘贴。', en: 'Upload the body text only, or copy the text and paste it.' },
  ],
  document_type_unknown: [
    { zh: '这不是可以读取的文件类型。', en: 'Files of this type cannot be read.' },
    {
      zh: '可以读取 .txt、.html、.docx 和带文字的 .pdf；也可以粘贴文字。',
      en: '.txt, .html, .docx and .pdf with text can be read; text can also be pasted.',
    },
  ],
  document_type_mismatch: [
    { zh: '文件内容与扩展名不符。', en: 'The content of the file does not fit its extension.' },
    {
      zh: '请确认文件没有损坏，并改用与内容相符的扩展名。',
      en: 'Check that the file is not damaged, and give it the extension that fits its content.',
    },
  ],
  document_old_word: [
    {
      zh: '这是旧版 Word（.doc）或 WPS 文件，不能读取。',
      en: 'This is an old Word (.doc) or WPS file, which cannot be read.',
    },
    { zh: '请在 Word 或 WPS 中另存为 .docx，再上传。', en: 'Save it as .docx in Word or WPS, then upload it.' },
  ],
  document_spreadsheet: [
    { zh: '这是电子表格或演示文稿，不是文档。', en: 'This is a spreadsheet or a presentation, not a document.' },
    { zh: '请把其中的文字复制到 .docx，或直接粘贴。', en: 'Copy its text to a .docx, or paste it.' },
  ],
  document_encrypted: [
    { zh: '文件设有密码，无法读取。', en: 'The file is protected by a password and cannot be read.' },
    { zh: '请去掉密码后另存，再上传。', en: 'Save it without the password, then upload it.' },
  ],
  document_macros: [
    { zh: '文件带有宏，为安全起见不读取。', en: 'The file contains macros and is not read, for safety.' },
    { zh: '请另存为不含宏的 .docx，再上传。', en: 'Save it as a .docx without macros, then upload it.' },
  ],
  document_bomb: [
    {
      zh: '压缩内容展开后大得异常，可能是恶意文件。',
      en: 'The compressed content unfolds to an abnormal size; the file may be malicious.',
    },
    {
      zh: '请在 Word 或 WPS 中重新另存为 .docx；如来源不明，请勿使用。',
      en: 'Save it again as .docx in Word or WPS; do not use it if you do not know where it comes from.',
    },
  ],
  document_damaged: [
    { zh: '文件损坏或不完整，无法读取。', en: 'The file is damaged or incomplete and cannot be read.' },
    {
      zh: '请重新下载或导出；仍然不行时，请把文字复制后粘贴。',
      en: 'Download or export it again; if that fails too, copy the text and paste it.',
    },
  ],
  document_without_text: [
    { zh: '这个 PDF 里没有文字（可能是扫描件）。', en: 'This PDF holds no text (it may be a scan).' },
    {
      zh: '请先做文字识别（OCR），或上传 Word 版、粘贴文字。',
      en: 'Run text recognition (OCR) first, or upload the Word version, or paste the text.',
    },
  ],
  document_not_text: [
    { zh: '文件不是文本，或其编码无法识别。', en: 'The file is not text, or its encoding cannot be recognised.' },
    {
      zh: '请在编辑器中另存为 UTF-8 编码的 .txt，再上传。',
      en: 'Save it as .txt in UTF-8 in an editor, then upload it.',
    },
  ],
  document_too_hard: [
    {
      zh: '读取这个文件用了太多时间或内存，已停止。',
      en: 'Reading this file took too much time or memory and was stopped.',
    },
    { zh: '请拆成较小的文件，或把文字复制后粘贴。', en: 'Split it into smaller files, or copy the text and paste it.' },
  ],
} as const satisfies Record<string, readonly [Bilingual, Bilingual]>

export type RefusalCode = keyof typeof REFUSALS

export function isRefusalCode(code: string): code is RefusalCode {
  return code in REFUSALS
}

/** The refusal of a file as advice, with its name in it. */
export function refuse(code: RefusalCode, name: string, cause?: unknown): AppError {
  const [text, remedy] = REFUSALS[code]
  const named = name === '' ? text : { zh: `${name}：${text.zh}`, en: `${name}: ${text.en}` }
  return new AppError('unprocessable', code, named, {
    remedy,
    details: [{ message: text, place: { file: name } }],
    cause,
  })
}

/** A refusal found while parsing; it crosses the border of the child process as its code. */
export class Refusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}
