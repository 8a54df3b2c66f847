import { isEmptyName, tidyName, trimHead, VERB } from './name-words.ts'

/** Things that a sentence can be about while its clauses only say what they do: 某研究院实体化运行,引进团队9个. */
const ENTITY =
  /^([^,。;:、\s(\d]{2,30}?(?:研究院|实验室|(?:创新|技术|服务|研究|计算|算力|超算|检测)中心|高新区|开发区|资金池|(?<!自然科学|“)基金|自然科学基金|大市场|活动周|科技馆|博物馆|联盟|培育库|良种场|大讲堂|创新券|资源库|集聚区|示范区|示范田|医院|园区|(?:中试|试验|示范|实训|孵化|产业|科普)基地|科技小院))(.*)$/
/** Where the subject of a clause ends and what is said of it begins. */
const PREDICATE =
  /取得|实现|再[上创]|显著|明显|加快|稳步|不断|大幅|持续|快速|迅速|较快|全面|成效|进展|进一步|有[所力效序]|呈|保持|迈|增长|增加|提高|提升|壮大|改善|优化|完善|突出|突破|启动|运行|投入使用|上线|获批|获评|揭牌|开工|投产|落地|扎实|深入|蓬勃|良好|力度|步伐|工作|情况|方面|期间|实体化|正式|爆发|已|将|共|均|数量|再|偏|仍|还(?!原)|较(?!为)|不(?![孕锈动])|走在|位居|领先|达到?|为|建设|培育|[。:,]/
const AIM =
  /^(?:建立|支持|推进|推动|加快|深化|办好|建设|建好|实施|高水平|高质量|高标准|做强|做大|做优|发挥|扩大|完善|设立|组建|强化|加强|打造|用好|启动|筹建|争创|依托|推行|开展|抓好?|狠抓|聚焦|突出|围绕|布局|谋划|继续|加大|稳定|优化|提升|壮大|培育|引进|落实|健全|促进)+/

/** A clause that says something else than a noun, or one so general that it names nothing. */
const NO_NOUN =
  /\d|^(?:通过|围绕|结合|针对|坚持|依据|抢抓|紧扣|立足|贯彻|到|鼓励|认真|有效|严格|全力|成功|首次|同比|每|全[市省年]$|仅次于|排在|居|位|是|为|如|与|其|由|按|根据|存在|主要|重点|总体|发展|基本|当前|下一|工作|指导|保障|附|目标|问题|基础$|成效|成就|成绩|回顾|这|该|各|从|以|对|让|把)|即可|不|(?<![功智节可性效])能(?![力耗源级])|[让把了]|(?<![社协学委大览事])会(?![议展])|支持|引领|推[动进]|强化|促进|攻关|赋能|激发|释放|夯实|深化|融入|加强|力争|问题$/

/** The entity that a clause is about, if it names one and says more of it. */
export function entityOf(clause: string, needsMore: boolean): string {
  const plain = trimStart(clause).replace(AIM, '')
  const match = ENTITY.exec(plain)
  if (!match || (needsMore && (match[2] ?? '').replace(/^的/, '').length < 2)) return ''
  const name = match[1] ?? ''
  return /^(?:省级|市级|国家级|新增|新建|其|各类?|全[市省]|与|和|对)/.test(name) ? '' : name
}

/** The noun that a clause without a number speaks of: 高新技术企业快速增长 → 高新技术企业. */
export function subjectOf(clause: string): string {
  const plain = trimStart(clause)
    .replace(/^在(?=.*[中上]$)/, '')
    .replace(/[中上]$/, '')
  if (VERB.test(plain) || AIM.test(plain)) return entityOf(clause, false)
  const at = plain.search(PREDICATE)
  const name = tidyName(at < 0 ? plain : plain.slice(0, at))
  return name.length >= 3 && name.length <= 22 && !NO_NOUN.test(name) && !isEmptyName(name) ? name : ''
}

/** The noun that opens a paragraph or heads it: ——高新技术企业。全年净增…… */
export function headingSubject(title: string): string {
  const plain = title.replace(
    /^\s*(?:第[^ ]{1,4}[章节条]|[(]?[一二三四五六七八九十\d]{1,3}[)、.]|——|[●•◆■▪○①-⑳-])\s*/,
    '',
  )
  // “十五五”主要成就 names a time, no subject.
  return subjectOf(plain.replace(/^[一二三四五六七八九十]是|^[“"]?十[一二三四五六]五[”"]?(?:期间|时期|以来)?/, ''))
}

function trimStart(clause: string): string {
  return trimHead(`${clause.replace(/^[^“]*”(?=[^“]*$)/, '').replace(/^\s*\d{1,2}(?:\.\d+)*\s+/, '')}|`).replace(
    /\|$/,
    '',
  )
}
