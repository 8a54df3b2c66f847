/** The kinds of paper an office issues; a title ends in one of these words (a bracket may follow). */
export const PAPER_KIND =
  '规划纲要|规划|纲要|行动计划|行动方案|实施方案|工作方案|建设方案|总体方案|改革方案|方案|实施意见|指导意见|意见|实施细则|细则|管理办法|办法|若干措施|若干政策|措施|规定|条例|决定|公告|公报|通告|通知|通报|批复|函|计划|工作要点|要点|工作总结|总结|工作报告|报告|指南|任务分工|分工方案|分工表|分解表|任务分解|责任分解|责任分工|重点任务|任务台账|工作台账|工作安排|任务清单|责任清单|清单|任务表|一览表|指引|规程|章程|白皮书'

/** A title as a line of its own. */
export const TITLE_LINE = new RegExp(
  `(?:${PAPER_KIND})\\s*(?:[(【\\[〔][^()]{1,40}[)】\\]〕]\\s*){0,3}(?:的通知|的意见|的函)?\\s*(?:\\([^()]{1,20}\\))?$`,
)

/** Words that make a line a title wherever they stand in it (titles are cut off and numbered by web pages). */
export const TITLE_WORD =
  /关于(印发|发布|转发|下达|报送|公布|调整)|关于.{4,60}的(通知|意见|决定|公告|函|批复|报告|通告)|政府工作报告|年(度)?工作(总结|要点|计划|报告|情况)|[“"「]?十[一二三四五六七八九]五[”"」]?.{0,30}(规划|计划|纲要)/

/** 穗府〔2016〕13号, 粤办函[2014]519号, 国科发规(2023)5 号. */
export const DOCUMENT_NUMBER = /[\u4e00-\u9fff]{1,14}\s*[〔[(【]\s*(?:19|20)\d{2}\s*[〕\])】]\s*(?:第\s*)?\d{1,4}\s*号/

/** 各区人民政府,市政府各部门、各直属机构: */
export const ADDRESSEE =
  /(各部门|各直属机构|各有关单位|各单位|人民政府|管委会|各委办局|有关单位|各处室|有关部门|各科室)[^。]{0,40}:$/

/** A line that holds only a date. */
export const DATE_LINE =
  /^\(?\s*(\d{4}|[一二三四五六七八九〇○零]{4})\s*年\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日\s*(印发|发布|公布)?\s*\)?$/

/** A line that may stand after the last paragraph of an official paper. */
export const SIGNATURE =
  /^[\u4e00-\u9fff\s、]{2,40}(人民政府|政府办公厅|政府办公室|办公厅|办公室|厅|局|委员会|委|部|院|领导小组|秘书处|管委会)$|印发$|^抄送\s*:|^\(?(此件|公开方式|此页|联系人)|^附\s*[件表录图]/
