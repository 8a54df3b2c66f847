import type { Bilingual } from '@opensti/kernel'
import type { Damage } from '../reading/model.ts'

/** What everybody may know of the damage to a copy: of what kind and how often, without its words. */
export function publicDamage(damage: readonly Pick<Damage, 'sign'>[]): { sign: Damage['sign']; note: Bilingual }[] {
  const counts = new Map<Damage['sign'], number>()
  for (const { sign } of damage) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return [...counts].map(([sign, count]) => ({
    sign,
    note: { zh: `${signs[sign].zh}：${count} 处。`, en: `${signs[sign].en}: ${count}.` },
  }))
}

const signs: Record<Damage['sign'], Bilingual> = {
  'swapped-word': { zh: '用词被替换', en: 'Words replaced' },
  'masked-year': { zh: '年份被遮盖', en: 'Years hidden' },
  'masked-value': { zh: '数值被遮盖', en: 'Values hidden' },
  'missing-table': { zh: '表格缺失', en: 'Tables lost' },
  'missing-box': { zh: '专栏缺失', en: 'Boxes lost' },
  'missing-figure': { zh: '图缺失', en: 'Pictures lost' },
  'missing-annex': { zh: '附件缺失', en: 'Annexes lost' },
  'altered-name': { zh: '名称被改写或遮盖', en: 'Names altered or hidden' },
  'broken-numbering': { zh: '编号不连续，可能缺段', en: 'Gaps in the numbering; passages may be lost' },
  'unreadable-bytes': { zh: '文字无法识别', en: 'Characters that cannot be read' },
}
