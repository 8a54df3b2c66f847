import { LABEL, OTHER_LABEL, ROLE_END, type Role, roleOf } from '../lexicons/roles.ts'
import { isKindOfUnit, isOffice, isPlace, isRemark, isUnnamed, looksLikeUnit } from '../lexicons/units.ts'
import { bareName, expandNames, splitAtAnd, splitList } from './unit-names.ts'
import { roundBrackets } from './written-names.ts'

export interface Parts {
  lead: string[]
  coop: string[]
  others: string[]
}

/** What the document says about lists without a leading word. */
export interface LeadRule {
  firstLeads: boolean
  /** It says so of lists that share the work (按职责分工负责), too, which otherwise have no leader. */
  firstLeadsShared: boolean
  starLeads: boolean
}

interface Member {
  name: string
  role: Role | null
  starred: boolean
}

/**
 * Reads who does what from the inside of a bracket or from a line, with half-width punctuation.
 * Returns null when it names no unit, as most brackets do.
 */
export function readParts(inside: string, rule: LeadRule): Parts | null {
  const members = readMembers(inside)
  const units = members.filter(isUnit)
  if (!units.some(({ name }) => looksLikeUnit(name)) || units.length * 2 < members.length) return null
  if (units.every(({ role }) => role === null) && !isPlainList(units, members.length)) return null
  return assign(withoutUnnamed(units), rule)
}

/** The same from a bracket that nothing but its place in a document of such brackets tells from a remark: (东山区). */
export function readBareNames(inside: string, rule: LeadRule): Parts | null {
  const members = readMembers(inside)
  const areNames = members.length > 0 && members.every(({ name }) => looksLikeUnit(name) && !isRemark(name))
  return areNames ? assign(withoutUnnamed(members), rule) : null
}

/** A word or label beside it makes a unit of what would not be one in a bare list. */
function isUnit({ name, role }: Member): boolean {
  return looksLikeUnit(name) || (role !== null && isKindOfUnit(name))
}

/** True for a list of several units that says neither who leads nor that they share the work. */
export function isOrderedList(inside: string): boolean {
  const rule = { firstLeads: true, firstLeadsShared: false, starLeads: false }
  const parts = readParts(inside, rule)
  return parts !== null && parts.others.length > 0 && !readMembers(inside).some(({ role }) => role === 'lead')
}

/** The same from a sentence, which must name nothing but units, each with its part, and one office at least. */
export function readSaid(inside: string, rule: LeadRule): Parts | null {
  const members = readMembers(inside)
  const isSaid = members.every(({ name, role }) => role !== null && looksLikeUnit(name))
  return isSaid && members.some(({ name }) => isOffice(name)) ? readParts(inside, rule) : null
}

function readMembers(inside: string): Member[] {
  const members = cutAtLabels(roundBrackets(inside)).flatMap(({ label, list }) => readList(list, label))
  const names = expandNames(members.map(({ name }) => name))
  return members.map((member, i) => ({ ...member, name: names[i]! }))
}

/** A list that says nothing of parts must name units only, an office first, and a single one with its level. */
function isPlainList(units: readonly Member[], count: number): boolean {
  const first = units[0]!.name
  const isOfficial =
    isOffice(first) || ((/^[市省区县州团]/.test(first) || isPlace(first)) && units.some(({ name }) => isOffice(name)))
  if (units.length < count || !isOfficial) return false
  return count > 1 || /^(?:市|省|区|县|州|自治区|各|国家)|[\u4e00-\u9fff]{2}司$/.test(first)
}

/** Cuts 牵头单位:…;配合单位:… at its labels; deadlines and persons fall away. */
function cutAtLabels(inside: string): { label: Role | null; list: string }[] {
  const marks = [
    ...[...inside.matchAll(LABEL)].map((match) => ({ match, label: roleOf(match[0]) as Role | null, keep: true })),
    ...[...inside.matchAll(OTHER_LABEL)].map((match) => ({ match, label: null, keep: false })),
  ].sort((a, b) => a.match.index - b.match.index)
  const first = marks[0]?.match.index ?? inside.length
  const cuts = first > 0 ? [{ label: null as Role | null, list: inside.slice(0, first) }] : []
  for (const [i, { match, label, keep }] of marks.entries()) {
    const list = inside.slice(match.index + match[0].length, marks[i + 1]?.match.index)
    if (keep) cuts.push({ label, list })
  }
  return cuts
}

/** One list: A、B牵头,C会同D负责. A word after a list speaks for all units since the word before. */
function readList(list: string, label: Role | null): Member[] {
  const members: Member[] = []
  let open = 0
  const close = (role: Role | null) => {
    for (const member of members.slice(open)) member.role ??= role
    open = members.length
  }
  for (const piece of splitList(list.replace(/[。\n]/g, ';').trim())) {
    if (isDeadline(piece)) continue
    const end = piece.length <= 80 ? ROLE_END.exec(piece) : null
    const before = end ? piece.slice(0, end.index) : piece
    const joint = before.indexOf('会同')
    if (joint > 0) {
      const leader = before.slice(0, joint)
      addTo(members, leader.slice(0, ROLE_END.exec(leader)?.index))
      close('lead')
    }
    addTo(members, joint >= 0 ? before.slice(joint + 2) : before)
    if (joint >= 0 && members.length > open) members.at(-1)!.role = 'coop'
    if (end) close(joint >= 0 || wasJoint(members, open) ? 'coop' : roleOf(end[0]))
  }
  if (label) for (const member of members) member.role ??= label
  return members
}

/** 会同 reaches over the whole list after it, whatever verb closes it. */
function wasJoint(members: Member[], open: number): boolean {
  return members[open]?.role === 'coop'
}

/** 市科技局(牵头) speaks for itself only. */
function addTo(members: Member[], list: string): void {
  for (const piece of splitAtAnd(list)) {
    const own = /^(.+?)\((牵头|负责|配合|主办|协办|参与|牵头单位|配合单位)\)$/.exec(piece)
    const name = bareName(own?.[1] ?? piece)
    if (name === '') continue
    members.push({ name, role: own ? roleOf(own[2]!) : null, starred: /^[*★☆]|[*★☆]$/.test(piece) })
  }
}

function isDeadline(piece: string): boolean {
  return /\d{1,4}\s*年|\d{1,2}\s*月|底前|年底|长期(?:坚持|任务)?$|持续(?:推进|实施)|^每年|^全年/.test(piece)
}

/** 有关部门 after named units says nothing; alone it is all there is. */
function withoutUnnamed(units: Member[]): Member[] {
  const named = units.filter(({ name }) => !isUnnamed(name))
  return named.length > 0 ? named : units
}

function assign(units: Member[], rule: LeadRule): Parts {
  const parts: Parts = { lead: [], coop: [], others: [] }
  const starred = rule.starLeads && units.some((unit) => unit.starred)
  const hasLead = units.some(({ role }) => role === 'lead') || starred
  const hasResponsible = units.some(isResponsible)
  const ordered = units.filter((unit) => isResponsible(unit) && (unit.role !== 'each' || rule.firstLeadsShared))
  for (const unit of units) {
    const { name } = unit
    const to = partOf(unit, {
      hasLead,
      hasResponsible,
      starred,
      leads: rule.firstLeads && !hasLead ? ordered[0] : undefined,
    })
    if (!parts[to].includes(name)) parts[to].push(name)
  }
  return parts
}

function isResponsible({ role }: Member): boolean {
  return role === 'responsible' || role === 'each' || role === null
}

interface Around {
  hasLead: boolean
  hasResponsible: boolean
  starred: boolean
  /** The only unit of a list that leads, where the document says that the first one does. */
  leads: Member | undefined
}

function partOf(unit: Member, { hasLead, hasResponsible, starred, leads }: Around): keyof Parts {
  if (starred) return unit.starred ? 'lead' : unit.role === 'coop' ? 'coop' : 'others'
  if (unit.role === 'lead') return 'lead'
  if (unit.role === 'coop') return 'coop'
  if (unit.role === 'other') return hasLead || hasResponsible ? 'others' : 'lead'
  if (hasLead) return unit.role === null ? 'coop' : 'others'
  return leads === undefined || unit === leads ? 'lead' : 'others'
}
