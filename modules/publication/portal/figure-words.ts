import type { Bilingual } from '@opensti/kernel'

/** What a figure is, in the words of the portal and the workbench. */
export const natures: Readonly<Record<'working' | 'statistical', Bilingual>> = {
  working: { zh: '工作数据', en: 'Working figure' },
  statistical: { zh: '统计数据', en: 'Statistical figure' },
}

export const kindsOfFigure: Readonly<Record<'estimate' | 'flash' | 'annual' | 'revised', Bilingual>> = {
  estimate: { zh: '预计数', en: 'Estimate' },
  flash: { zh: '快报数', en: 'Flash' },
  annual: { zh: '年报数', en: 'Annual' },
  revised: { zh: '修订数', en: 'Revised' },
}
