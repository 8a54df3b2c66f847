import type { Parts } from './parts.ts'
import { readXml } from './xml.ts'

/**
 * Number formats that a file names by number only (ECMA-376 part 1, 18.8.30). 27–36 and 50–58 are those of a Chinese
 * office.
 */
const BUILT_IN: Record<number, string> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'AM/PM h"时"mm"分"',
  35: 'AM/PM h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'AM/PM h"时"mm"分"',
  56: 'AM/PM h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/** The number format of each cell style, by the number that a cell's `s` gives. */
export function readNumberFormats(parts: Parts, styles: string | null): string[] {
  const own = new Map<number, string>()
  const formats: string[] = []
  if (styles === null) return formats
  let inCellStyles = false
  readXml(parts.text(styles), {
    open(tag, { numFmtId, formatCode }) {
      if (tag === 'numFmt') own.set(Number(numFmtId), formatCode ?? 'General')
      else if (tag === 'cellXfs') inCellStyles = true
      else if (tag === 'xf' && inCellStyles) {
        const id = Number(numFmtId ?? 0)
        formats.push(own.get(id) ?? BUILT_IN[id] ?? 'General')
      }
    },
    close(tag) {
      if (tag === 'cellXfs') inCellStyles = false
    },
  })
  return formats
}
