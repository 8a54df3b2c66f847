import { type Bilingual, type ErrorDetail, unprocessable } from '@opensti/kernel'
import { commonPieces, keyboardRuns } from './common-pieces.ts'
import type { PasswordRule } from './security-profile.ts'

export const shortestPassword = 12
/** Longer ones would only keep the hash function busy. */
export const longestPassword = 200
/** What must remain once common words, names, years, punctuation and runs such as 12345 are taken out. */
const leastOfOnesOwn = 6

/** Whose password it is: her names say nothing secret. */
export interface PasswordOwner {
  name: string
  signInName: string
}

/** One spelling for hashing and checking: keyboards compose accents and full-width letters in different ways. */
export function normalPassword(password: string): string {
  return password.normalize('NFKC')
}

/**
 * Throws 422 `password_too_weak` with advice. Length counts, not a mixture of signs (NIST SP 800-63B, 5.1.1), unless the
 * installation's profile wants one.
 */
export function checkPassword(
  password: string,
  owner: PasswordOwner,
  { kindsLeast }: Pick<PasswordRule, 'kindsLeast'> = { kindsLeast: 1 },
): void {
  const fault = faultOf(normalPassword(password), owner) ?? tooFewKinds(normalPassword(password), kindsLeast)
  if (!fault) return
  throw unprocessable(
    'password_too_weak',
    { zh: `这个密码不能用：${fault.message.zh}。`, en: `This password cannot be used: ${fault.message.en}.` },
    {
      details: [{ ...fault, place: { field: 'password' } }],
      remedy: {
        zh: `请用至少 ${shortestPassword} 个字符，例如几个互不相干的词连成一句，好记又难猜。`,
        en: `Use at least ${shortestPassword} characters, such as a few unrelated words in a row: easy to keep in mind, hard to guess.`,
      },
    },
  )
}

/** Changing a password to itself changes nothing. */
export function passwordNotNew() {
  const message: Bilingual = { zh: '与现在的密码相同', en: 'it is the password you have now' }
  return unprocessable(
    'password_not_new',
    { zh: '新密码不能与现在的密码相同。', en: 'The new password is the one you have now.' },
    {
      details: [{ message, place: { field: 'newPassword' } }],
      remedy: { zh: '请换一个没有用过的密码。', en: 'Choose one that you have not used.' },
    },
  )
}

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]

function tooFewKinds(password: string, least: number): ErrorDetail | null {
  if (kinds.filter((kind) => kind.test(password)).length >= least) return null
  return {
    message: {
      zh: `本单位要求小写字母、大写字母、数字、其他字符中至少有 ${least} 种`,
      en: `this installation wants at least ${least} of small letters, capitals, digits and other signs`,
    },
  }
}

function faultOf(password: string, owner: PasswordOwner): ErrorDetail | null {
  const length = [...password].length
  if (length < shortestPassword) {
    return { message: { zh: `只有 ${length} 个字符`, en: `it has only ${length} characters` } }
  }
  if (length > longestPassword) {
    return { message: { zh: `超过 ${longestPassword} 个字符`, en: `it has more than ${longestPassword} characters` } }
  }
  if (new Set(password.toLowerCase()).size < 5) {
    return { message: { zh: '同样的字符太多', en: 'it repeats the same few characters' } }
  }
  if ([...ownPart(password, owner)].length < leastOfOnesOwn) {
    return {
      message: {
        zh: '除去常用词、姓名、登录名和连号，剩下的太少',
        en: 'little is left of it without common words, your names and runs such as 12345',
      },
    }
  }
  return null
}

function ownPart(password: string, owner: PasswordOwner): string {
  const names = [owner.name, owner.signInName, ...owner.signInName.split(/[._@-]/)]
    .map((name) => name.toLowerCase())
    .filter((name) => [...name].length >= 2)
  const pieces = [...names, ...commonPieces].sort((a, b) => b.length - a.length)
  let rest = password.toLowerCase()
  for (const piece of pieces) rest = rest.replaceAll(piece, ' ')
  rest = rest.replace(/(.)\1{2,}/gu, ' ').replace(/(19|20)\d\d/g, ' ')
  for (const run of keyboardRuns) rest = withoutRuns(rest, run)
  return rest.replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Takes out every stretch of four or more signs that stand in this order, or backwards, in the row. */
function withoutRuns(text: string, row: string): string {
  const backwards = [...row].reverse().join('')
  let kept = ''
  for (let at = 0; at < text.length; ) {
    const length = Math.max(runAt(text, at, row), runAt(text, at, backwards))
    if (length < 4) kept += text[at]
    at += length < 4 ? 1 : length
  }
  return kept
}

function runAt(text: string, at: number, row: string): number {
  const start = row.indexOf(text[at] ?? '')
  if (start < 0) return 0
  let length = 1
  while (at + length < text.length && start + length < row.length && text[at + length] === row[start + length])
    length += 1
  return length
}
