import type { Bilingual } from '@opensti/kernel'
import type { SecurityProfile } from './security-profile.ts'

/** One wish of the scheme, and how it stands here. */
export interface LevelClause {
  /** Of GB/T 22239-2019, chapter 8 (third level, general requirements). */
  clause: string
  group: Bilingual
  title: Bilingual
  text: Bilingual
  state: 'met' | 'partly' | 'not-met' | 'operator'
}

/** What this installation does besides its profile. */
export interface Surroundings {
  /** Whether letters reach people by themselves. */
  letters: boolean
  /** Whether it stands behind TLS. */
  secure: boolean
}

/**
 * What the third level of GB/T 22239-2019 asks of an application, in words of our own, and how this installation stands.
 * An assessor decides; this page saves her the search. `operator` is what no application can do for its machine room.
 */
export function levelThreeItems(profile: SecurityProfile, surroundings: Surroundings): LevelClause[] {
  return [
    ...identification(profile, surroundings),
    ...accessAndAudit(profile),
    ...data(surroundings),
    ...surroundingsOfOperator,
  ]
}

const identity = { zh: '身份鉴别', en: 'Identification' }
const access = { zh: '访问控制', en: 'Access control' }
const audit = { zh: '安全审计', en: 'Audit' }
const intrusion = { zh: '入侵防范', en: 'Intrusion' }
const dataGroup = { zh: '数据安全', en: 'Data' }
const outside = { zh: '物理环境、网络与管理', en: 'Rooms, networks, management' }

function when(met: boolean): LevelClause['state'] {
  return met ? 'met' : 'not-met'
}

const switchOn: Bilingual = {
  zh: '现用“标准”配置。设 OPENSTI_SECURITY=level-three 并重启即按三级办理。',
  en: 'The standard profile is in force. Set OPENSTI_SECURITY=level-three and restart.',
}

function identification(
  { name, password, session, secondFactorRoles }: SecurityProfile,
  { secure }: Surroundings,
): LevelClause[] {
  const strict = name === 'level-three'
  const administrators = ['system-administrator', 'security-administrator', 'auditor']
  const twoMeans = administrators.every((role) => secondFactorRoles.includes(role))
  const oneOf =
    (group: Bilingual) => (clause: string, title: Bilingual, text: Bilingual, state: LevelClause['state']) => ({
      clause,
      group,
      title,
      text,
      state,
    })
  const item = oneOf(identity)
  return [
    item(
      '8.1.4.1 a',
      { zh: '身份标识唯一', en: 'Everybody is identified, each by a name of her own' },
      {
        zh: '登录名全库唯一，由数据库约束；没有公用账号，也没有出厂密码。',
        en: 'Sign-in names are unique by a constraint of the database; no shared accounts, no default passwords.',
      },
      'met',
    ),
    item(
      '8.1.4.1 a',
      { zh: '口令有复杂度要求', en: 'Passwords are complex' },
      strict
        ? {
            zh: `至少 12 个字符，大小写字母、数字、其他字符至少 ${password.kindsLeast} 种；常用词、姓名、连号不算数。`,
            en: `At least 12 characters of ${password.kindsLeast} kinds; common words, names and runs do not count.`,
          }
        : switchOn,
      when(password.kindsLeast >= 3),
    ),
    item(
      '8.1.4.1 a',
      { zh: '口令定期更换', en: 'Passwords are changed from time to time' },
      password.daysMost === null
        ? switchOn
        : {
            zh: `满 ${password.daysMost} 天须先更改密码，改之前角色不生效。`,
            en: `After ${password.daysMost} days it is changed first; until then no role counts.`,
          },
      when(password.daysMost !== null),
    ),
    item(
      '8.1.4.1 b',
      { zh: '登录失败处理', en: 'Failed sign-ins are handled' },
      {
        zh: '连续输错 5 次暂停登录，时间由 1 分钟倍增至 1 小时，并书面告知本人；密码和动态口令合并计数。',
        en: 'After 5 wrong tries in a row signing in pauses, from 1 minute doubling to 1 hour, and the person is told; passwords and codes count together.',
      },
      'met',
    ),
    item(
      '8.1.4.1 b',
      { zh: '连接超时自动退出', en: 'Idle sessions end' },
      {
        zh: `${session.idleMinutes} 分钟没有操作即退出，最长 ${session.absoluteHours} 小时。`,
        en: `After ${session.idleMinutes} minutes without a request, and after ${session.absoluteHours} hours at the latest.`,
      },
      when(session.idleMinutes <= 30),
    ),
    item(
      '8.1.4.1 c',
      { zh: '鉴别信息传输中不被窃听', en: 'What identifies people is not overheard' },
      {
        zh: '生产运行只在 TLS 之后启动；会话标识只在 Secure、HttpOnly 的 Cookie 里。',
        en: 'Production starts behind TLS only; sessions live in Secure, HttpOnly cookies.',
      },
      when(secure),
    ),
    item(
      '8.1.4.1 d',
      { zh: '两种以上鉴别方式，其一用密码技术', en: 'Two means of identification, one of them cryptographic' },
      twoMeans
        ? {
            zh: '三类管理员须启用动态口令（RFC 6238，HMAC-SHA-1），否则角色不生效。国密算法的动态口令须由统一身份认证平台提供。',
            en: 'The three administrators need one-time codes (RFC 6238, HMAC-SHA-1) before their roles count. Codes by Chinese algorithms come from the identity provider.',
          }
        : switchOn,
      twoMeans ? 'partly' : 'not-met',
    ),
  ]
}

function accessAndAudit(profile: SecurityProfile): LevelClause[] {
  return [
    {
      clause: '8.1.4.2 a–c',
      group: access,
      title: {
        zh: '账户与权限分配，无默认、多余、共享账户',
        en: 'Accounts and rights are given; none by default, left over or shared',
      },
      text: {
        zh: '账户凭邀请建立，角色逐项授予、随时收回，下一次操作即生效；演示账号只在本机演示时存在。',
        en: 'Accounts come by invitation, roles are given one by one and revoked from the next request on; demonstration sign-ins exist on a loopback address only.',
      },
      state: 'met',
    },
    {
      clause: '8.1.4.2 d',
      group: access,
      title: { zh: '最小权限，管理权限分离', en: 'Least privilege, administration separated' },
      text: {
        zh: '系统、安全、审计三员不得兼任，由数据库约束；管理员看不到业务数据。',
        en: 'System, security and audit administration are never in one hand, by a constraint of the database; administrators see no business data.',
      },
      state: 'met',
    },
    {
      clause: '8.1.4.2 e–f',
      group: access,
      title: { zh: '按策略控制，粒度到用户和记录', en: 'Access by a policy, down to person and record' },
      text: {
        zh: '一张权限表决定每个请求，未列即拒绝；范围到地区、单位和记录状态。',
        en: 'One table decides about every request and refuses what it does not name; down to region, unit and state of the record.',
      },
      state: 'met',
    },
    {
      clause: '8.1.4.2 g',
      group: access,
      title: { zh: '重要主体和客体设安全标记', en: 'Security labels on subjects and objects' },
      text: {
        zh: '记录标明公开、草稿和归属单位并据此控制；没有密级标记，涉密内容不得录入。',
        en: 'Records are marked public or draft and with their unit, and access follows; there are no labels of secrecy, and nothing secret may be entered.',
      },
      state: 'partly',
    },
    {
      clause: '8.1.4.3 a–b',
      group: audit,
      title: {
        zh: '审计覆盖每个用户，含时间、用户、事件、结果',
        en: 'Audit covers everybody: time, person, deed, result',
      },
      text: {
        zh: '每次办理与其审计记录同一事务写入，登录被拒也有记录。',
        en: 'A deed and its entry are written in one transaction; refused sign-ins are entered too.',
      },
      state: 'met',
    },
    {
      clause: '8.1.4.3 c–d',
      group: audit,
      title: {
        zh: '保护审计记录和审计进程；留存不少于六个月',
        en: 'Entries and auditing are protected; kept for six months at least',
      },
      text: {
        zh: '运行账户只能追加；记录成链签名，链头存于库外，改一字即可发现。程序不删除审计记录，留存由运行单位备份保证。',
        en: "The running role can only add; entries are chained and signed, heads noted outside. The product deletes none; keeping them safe is the operator's backup.",
      },
      state: 'met',
    },
    {
      clause: '—',
      group: identity,
      title: {
        zh: '登录后告知上次登录（测评常问）',
        en: 'The last sign-in is told at sign-in (often asked by assessors)',
      },
      text: profile.tellsLastSignIn
        ? { zh: '登录后显示上次登录的时间和设备。', en: 'Time and device of the last sign-in are shown.' }
        : switchOn,
      state: when(profile.tellsLastSignIn),
    },
    {
      clause: '8.1.4.4 d',
      group: intrusion,
      title: { zh: '检验输入内容', en: 'Input is checked' },
      text: {
        zh: '未列的字段、参数一律拒绝；上传文件在限额的子进程里解析。',
        en: 'Fields and parameters that are not listed are refused; uploads are parsed in limited child processes.',
      },
      state: 'met',
    },
  ]
}

function data({ letters, secure }: Surroundings): LevelClause[] {
  return [
    {
      clause: '8.1.4.7、8.1.4.8',
      group: dataGroup,
      title: { zh: '传输的完整性和保密性', en: 'Integrity and confidentiality on the way' },
      text: secure
        ? { zh: '运行在 TLS 之后，并要求浏览器只用 HTTPS。', en: 'Behind TLS; browsers are told to stay there.' }
        : { zh: '现未在 TLS 之后运行（OPENSTI_TLS）。', en: 'Not behind TLS now (OPENSTI_TLS).' },
      state: when(secure),
    },
    {
      clause: '8.1.4.7、8.1.4.8',
      group: dataGroup,
      title: { zh: '存储的完整性和保密性', en: 'Integrity and confidentiality at rest' },
      text: {
        zh: '密码以 argon2id 存储，动态口令密钥以 AES-256-GCM 加密，链接只存摘要；整库加密和国密算法由运行单位的磁盘或数据库提供。',
        en: "Passwords by argon2id, secrets of authenticators by AES-256-GCM, links as digests; encryption of the whole database, and Chinese algorithms, are the operator's disk or database.",
      },
      state: 'partly',
    },
    {
      clause: '8.1.4.9',
      group: dataGroup,
      title: {
        zh: '本地备份与恢复，异地实时备份，热冗余',
        en: 'Backup and restore, off-site in real time, hot redundancy',
      },
      text: {
        zh: '备份和恢复的步骤见部署指南；异地复制和热备由运行单位的数据库承担。',
        en: "The guide for deploying says how to back up and restore; replication and standby are the operator's database.",
      },
      state: 'operator',
    },
    {
      clause: '8.1.4.10',
      group: dataGroup,
      title: { zh: '剩余信息保护', en: 'Nothing is left behind' },
      text: {
        zh: '退出即清除浏览器中的内容，过期会话、邀请和链接按期删除。',
        en: 'Signing out forgets what the browser showed; ended sessions, invitations and links are deleted in time.',
      },
      state: 'met',
    },
    {
      clause: '8.1.4.11',
      group: dataGroup,
      title: { zh: '个人信息只收必需，禁止未授权使用', en: 'Only personal data that is needed, used by nobody else' },
      text: {
        zh: `只收姓名、登录名、单位和工作邮箱${letters ? '' : '（现无发信通道，邮箱可不填）'}；日志不记姓名和网络地址。`,
        en: `Name, sign-in name, unit and office e-mail${letters ? '' : ' (no letters leave by themselves now, so it may stay empty)'}; logs name nobody.`,
      },
      state: 'met',
    },
  ]
}

const surroundingsOfOperator: readonly LevelClause[] = [
  {
    clause: '8.1.1',
    group: outside,
    title: { zh: '安全物理环境', en: 'Rooms' },
    text: { zh: '机房选址、门禁、防火、电力，由运行单位负责。', en: "Site, doors, fire, power: the operator's." },
    state: 'operator',
  },
  {
    clause: '8.1.2、8.1.3',
    group: outside,
    title: { zh: '安全通信网络、区域边界', en: 'Networks and their borders' },
    text: {
      zh: '分区、防火墙、入侵检测和恶意代码检测，由运行单位负责；程序只需一个对内端口。',
      en: "Zones, firewalls, detection of intruders and malware: the operator's. The product needs one inner port.",
    },
    state: 'operator',
  },
  {
    clause: '8.1.4.4 a–c、e–f，8.1.4.5、8.1.4.6',
    group: outside,
    title: { zh: '主机加固、恶意代码防范、可信验证', en: 'Hardened hosts, malware, trusted start' },
    text: {
      zh: '操作系统最小安装、补丁、防病毒和可信根，由运行单位负责。',
      en: "Minimal systems, patches, malware protection and a root of trust: the operator's.",
    },
    state: 'operator',
  },
  {
    clause: '8.1.5',
    group: outside,
    title: { zh: '安全管理中心', en: 'Centre of security management' },
    text: {
      zh: '三员各有自己的页面；运行指标在 /metrics，日志为结构化文本，接入集中监测由运行单位负责。',
      en: "Each of the three administrators has her own screen; metrics and structured logs are there, gathering them is the operator's.",
    },
    state: 'operator',
  },
  {
    clause: '8.1.6–8.1.10',
    group: outside,
    title: { zh: '制度、机构、人员、建设、运维管理', en: 'Rules, bodies, people, building, running' },
    text: { zh: '由使用和运行单位负责；每年测评一次。', en: 'The office and its operator; assessed once a year.' },
    state: 'operator',
  },
]
