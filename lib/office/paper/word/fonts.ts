import type { IFontAttributesProperties } from 'docx'

/** The families of an official paper by their names on an office machine (GB/T 9704-2012, 5.2.2, 7.2.4, 7.3.1, 7.3.3). */
export const BODY = named('仿宋_GB2312')
export const TITLE = named('方正小标宋简体')
export const FIRST_HEADING = named('黑体')
export const SECOND_HEADING = named('楷体_GB2312')
export const PAGE_NUMBER: IFontAttributesProperties = { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', cs: '宋体' }

/** What to take where a family is not installed: the name under which newer machines have it, or its nearest relative. */
const SUBSTITUTES: Record<string, string> = {
  仿宋_GB2312: '仿宋',
  方正小标宋简体: '华文中宋',
  楷体_GB2312: '楷体',
  黑体: 'SimHei',
  宋体: 'SimSun',
}

/** The table of fonts with its substitutes. Office programs look there before they choose a font by themselves. */
export function fontTable(): string {
  const fonts = Object.entries(SUBSTITUTES).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`
}

/** Latin letters and figures in Times New Roman, as offices are used to. */
function named(family: string): IFontAttributesProperties {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: family }
}
