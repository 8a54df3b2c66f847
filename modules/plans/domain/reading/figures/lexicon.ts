/**
 * Word lists shared by the rules. Each list is one idea of official Chinese; a rule that needs another word should
 * find its list here.
 */

/** Verbs that bring something about and take the counted thing as object: 建成省级高新区3家, 引进团队9个. */
export const ACTION_VERBS = `
  新增 净增 新建成? 新入选 新认定 新获批 新设立 新引进 新培育 新备案 新组建 新登记 新开 增加
  引进 引育 引入 招引 培育 培养 培训 建成 建设 建立 组建 筹建 共建 设立 成立 打造 创建
  形成 布局 认定 备案 评定 评出 评选 遴选 推荐 入选 获评 获批 获得 获 荣获 完成 实施 承担
  参与 开展 组织 举办 承办 召开 支持 资助 扶持 奖励 补助 补贴 投入 安排 下达 拨付 发放
  兑现 落实 争取 推动 推进 促进 帮助 服务 惠及 受理 申请 申报 授权 登记 转化 实现 突破
  攻克 研发 研制 开发 制定 制修订 主导 发布 出台 签订 签约 落地 落户 入驻 进驻 集聚 聚集
  吸引 带动 撬动 引导 募集 拥有 共有 现有 设有 建有 有 达成 孵化 毕业 选派 选拔 派出 接待
  覆盖 改造 治理 种植 推广 应用 开通 建造 新改扩建 开工 竣工 投产 淘汰 关停 压减 减少 降低
  缩短 压缩 节约 减免 减税 出具 向 为 对 给予 提供 出资 投资 融资 发行 上市 挂牌 梳理
  征集 储备 入库 结题 验收 立项 启动 构建 办理 处理 约谈 查处 整治 化解 解决 帮扶 扩建
  续建 谋划 招收 招聘 录用 吸纳 安置 发展 推出 产生 累计 签署 达到 举行 调解 检测 承接
  盘活 出让 收储 划拨 供应 供给 生产 销售 出口 进口 转移 脱贫 退出 选育 建档 核发 换发
  减税降费 创成 改建 新建 改扩建 整合 汇聚 汇集 招商 促成 培树 评审 派驻 归集 撮合 放贷
  兑付
`
  .trim()
  .split(/\s+/)

/** Verbs and links between an indicator and its value: 达到3%, 增加至200名, 为12家. */
export const ATTAINING =
  '(?:增加|提高|提升|上升|增长|扩大|下降|降低|降|减少|压减|压缩|缩短|升|增|减|发展|恢复|保持|稳定|维持|控制|回升|上涨)?(?:了|到|至|在|为)|达到|达成|达|力争达到?|实现|完成|突破|超过|超|为|是|有|共有|约|共|共计|合计|总计|累计|仅|已|均|分别|占|居|位居|位列|排名|名列|排在|从|由'

/** Words that say how a value changes. Value after them is a rate unless a 到 or 至 follows. */
export const CHANGE =
  /(?:增长|增幅|增速|上升|提高|提升|下降|降低|降幅|减少|增加|回落|压减|缩减|扩大|上涨|下滑|收窄|减幅|涨幅)/

/** Nouns after a number that count papers, principles and parts of a text, not achievements of a region. */
const STRUCTURE = `
  方面 政策 措施 举措 文件 意见 办法 方案 条例 制度 原则 任务 工作内容 工作要点 工作 阶段 环节 步骤 层次 层面 方向 指标 维度 板块 抓手
  要求 机制 问题 关系 要点 要素 目标 章节 部分 指南 细则 规划 职责 职能 程序 主线 理念 转变 结合 坚持 优势 特点 特征 短板 难题 战略 支柱
  定位 路径 大类 专栏 附件 维护 意识 自信 确保 统筹 重点 事项 行动 计划 协议 法规 规定 标题 篇章 主题 品质 字 指示 批示 精神
`
  .trim()
  .split(/\s+/)

/** The head noun ends the phrase: 6条政策 is structure, 100场政策培训 is not. */
export const STRUCTURE_NOUNS = new RegExp(
  `^(?:的)?[^,。;、:()\\d◇]{0,8}?(?:方面|阶段|环节|层面|维度|板块|抓手|(?:${STRUCTURE.join('|')})(?:$|[,。;、:)和与及等的以先为进并推协统联◇(]|开展|实施|\\d))`,
)

/** Things whose size a threshold describes: 亿元以上项目, 营收超10亿元企业. */
export const ENTITY_NOUNS =
  /^(?:的|及以上)?(?:[^,。;、\d◇]{0,8}?)(?:企业|项目|园区|集群|产业(?!化)|工程|县|镇|乡|村|街道|楼宇|品牌|单品|平台|公司|集团|基地|商圈|市场主体|单位|大户|俱乐部|城市|区\b|区县|强县|强区|强镇|行业|领域|大单品|产业链|赛道|机构|省份|省(?!级)|地区|设备|仪器|装置|订单|合同)/

/** Scopes of a comparison that name a set by its size: 全国15个副省级城市. */
export const COMPARISON_SET =
  /^(?:[^,。;、\d◇]{0,8}?)(?:城市|地市|地级以上市|赛区|省份|省区市|高新区|开发区|自创区|示范区|参评|样本)/

export const REGION_SCOPE = /(?:全[国省市区县球]|国内|世界|参评|对比|(?:全[国省市]|国家)(?:的)?(?:所有)?)$/

const GENERIC_FIRM =
  '上市|挂牌|子|分|担保|贷款|租赁|投资|创投|平台|基金|总部|外资|跨国|龙头|型|类|家|保险|证券|国有|民营|运营|物业|中介|服务|咨询|产业|母|级'
/** A named firm as subject: its own sales and grants are not the region's. */
export const NAMED_FIRM = new RegExp(
  `(?:^|[,。;:]|其中,?|如,?|例如,?)[^,。;、:与和同在为对向由\\d]{2,24}(?:有限公司|有限责任公司|(?<!${GENERIC_FIRM})公司|股份公司|集团公司|集团(?=实现|完成|营业|销售|研发|投资|获|年|产值|跻身))(?!等|数|家|总|[、和\\d]|已?达到?\\d)`,
  'g',
)
