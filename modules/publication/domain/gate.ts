import type { Bilingual } from '@opensti/kernel'
import { findPersonalData, type PersonalKind } from './personal-data.ts'

/** A text that would be public, and where it stands. */
export interface PublicText {
  /** Stable within a release: title.zh, note.en, figure/ID/reason, paper/KIND/ID/file/1. */
  place: string
  label: Bilingual
  text: string
}

export interface GateFinding {
  place: string
  label: Bilingual
  kind: PersonalKind
  certain: boolean
  shown: string
  remedy: Bilingual
}

/** Why something that looks like personal data is none. */
export interface AnsweredDoubt {
  place: string
  kind: PersonalKind
  reason: string
}

export const kindNames: Readonly<Record<PersonalKind, Bilingual>> = {
  'resident-number': { zh: '身份证号码', en: 'resident identity number' },
  mobile: { zh: '手机号码', en: 'mobile number' },
  landline: { zh: '固定电话', en: 'landline number' },
  card: { zh: '银行卡号', en: 'bank card number' },
  passport: { zh: '护照或通行证号码', en: 'passport or permit number' },
  'mail-address': { zh: '电子邮箱', en: 'e-mail address' },
  'name-with-number': { zh: '姓名与号码写在一起', en: 'a name beside a number' },
  'home-address': { zh: '家庭住址', en: 'home address' },
}

/** Looks through everything that would be public. The same kind in one place is named once. */
export function lookThrough(texts: readonly PublicText[], names: readonly string[]): GateFinding[] {
  const findings = new Map<string, GateFinding>()
  for (const { place, label, text } of texts) {
    for (const { kind, certain, shown } of findPersonalData(text, names)) {
      const known = findings.get(`${place} ${kind}`)
      if (known && (known.certain || !certain)) continue
      findings.set(`${place} ${kind}`, { place, label, kind, certain, shown, remedy: remedyFor(place, certain) })
    }
  }
  return [...findings.values()]
}

function remedyFor(place: string, certain: boolean): Bilingual {
  if (!certain)
    return {
      zh: '如果不是个人信息（如单位办公电话），请写明理由；否则请删去。',
      en: 'If it is no personal data, such as an office number, say why; else take it out.',
    }
  if (place.startsWith('figure/'))
    return {
      zh: '请不选这个数，或请报送单位另作更正，说明和原因里都不写个人信息。',
      en: 'Leave this figure out, or ask the unit for a correction whose note and reason hold no personal data.',
    }
  if (place.startsWith('paper/'))
    return {
      zh: '请不选这份材料；已定稿的不能改，需要公开的另作一次。',
      en: 'Leave this paper out; what is concluded cannot be mended, so another has to be made if it is to be public.',
    }
  return { zh: '请从这里删去。', en: 'Take it out here.' }
}

/** Findings that stop the release: certain ones, and doubtful ones for which nobody has given a reason. */
export function stillOpen(findings: readonly GateFinding[], answered: readonly AnsweredDoubt[]): GateFinding[] {
  return findings.filter(
    (finding) =>
      finding.certain ||
      !answered.some(
        (doubt) => doubt.place === finding.place && doubt.kind === finding.kind && doubt.reason.trim() !== '',
      ),
  )
}
