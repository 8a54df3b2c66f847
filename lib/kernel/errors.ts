import type { Bilingual } from './bilingual.ts'

/** What kind of refusal it is; lib/http turns each into one status. */
export type ErrorKind =
  | 'invalid' // 400 the message cannot be understood
  | 'unauthenticated' // 401 nobody is signed in
  | 'forbidden' // 403 signed in, visible, not allowed
  | 'not-found' // 404 not there, or not there for you
  | 'gone' // 410 was there for everybody and is no more
  | 'conflict' // 409 the thing is not in the state this needs
  | 'too-large' // 413
  | 'unprocessable' // 422 understood, but breaks a rule
  | 'too-many' // 429
  | 'unavailable' // 503 try again later

/** Where the fault lies: a field of a form, a cell of a table, a line of a file. */
export interface ErrorPlace {
  field?: string
  row?: number
  column?: string
  file?: string
  line?: number
}

export interface ErrorDetail {
  message: Bilingual
  place?: ErrorPlace
}

/** A refusal written as advice: what is wrong, where, and what to do about it. */
export class AppError extends Error {
  readonly kind: ErrorKind
  /** Stable machine name in snake_case, for clients and tests. */
  readonly code: string
  readonly text: Bilingual
  readonly remedy: Bilingual | undefined
  readonly details: ErrorDetail[]
  readonly retryAfterSeconds: number | undefined

  constructor(kind: ErrorKind, code: string, text: Bilingual, more: ErrorOptions & AppErrorMore = {}) {
    super(text.en, more)
    this.name = 'AppError'
    this.kind = kind
    this.code = code
    this.text = text
    this.remedy = more.remedy
    this.details = more.details ?? []
    this.retryAfterSeconds = more.retryAfterSeconds
  }
}

export interface AppErrorMore {
  remedy?: Bilingual
  details?: ErrorDetail[]
  retryAfterSeconds?: number
}

export function invalid(code: string, text: Bilingual, more?: AppErrorMore): AppError {
  return new AppError('invalid', code, text, more)
}

export function unprocessable(code: string, text: Bilingual, more?: AppErrorMore): AppError {
  return new AppError('unprocessable', code, text, more)
}

export function conflict(code: string, text: Bilingual, more?: AppErrorMore): AppError {
  return new AppError('conflict', code, text, more)
}

/** For what everybody could see and was taken away; what nobody outside ever saw is not found. */
export function gone(code: string, text: Bilingual, more?: AppErrorMore): AppError {
  return new AppError('gone', code, text, more)
}

export function forbidden(text?: Bilingual): AppError {
  return new AppError(
    'forbidden',
    'forbidden',
    text ?? { zh: '您没有办理这件事的权限。', en: 'You are not allowed to do this.' },
    {
      remedy: {
        zh: '如工作需要，请向本单位的安全管理员申请角色。',
        en: 'If your work needs it, ask your security administrator for the role.',
      },
    },
  )
}

/** Also the answer for things that exist but are not for this reader, so that nobody learns which is which. */
export function notFound(): AppError {
  return new AppError(
    'not-found',
    'not_found',
    { zh: '没有找到这一页或这条记录。', en: 'There is no such page or record.' },
    { remedy: { zh: '请检查网址，或从搜索中查找。', en: 'Check the address, or look for it in the search.' } },
  )
}

export function unauthenticated(): AppError {
  return new AppError(
    'unauthenticated',
    'unauthenticated',
    { zh: '请先登录。', en: 'Please sign in first.' },
    { remedy: { zh: '登录后会回到这里。', en: 'You will come back here after signing in.' } },
  )
}
