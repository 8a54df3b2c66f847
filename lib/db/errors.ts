import { AppError } from '@opensti/kernel'

interface PostgresError {
  code: string
  constraint?: string
}

/** Whether this is the database refusing a row because of the constraint of that name. */
export function isBrokenConstraint(error: unknown, name: string): boolean {
  return isPostgresError(error) && error.code.startsWith('23') && error.constraint === name
}

export function isPostgresError(error: unknown): error is PostgresError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
}

/** Two transactions got into each other's way and this one gave in: doing it again is safe and expected. */
export function isSerializationFailure(error: unknown): boolean {
  return isPostgresError(error) && (error.code === '40001' || error.code === '40P01')
}

/** The server cannot be reached, is restarting, is full, or took too long. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (/^(ECONN|ENOENT$|EPIPE$|ETIMEDOUT$|EAI_)/.test(code)) return true
  if (/^(08|53|57P0|58)/.test(code) || code === '55P03' || code === '57014' || code === '25P03') return true
  return /^(Connection terminated|timeout (exceeded )?when trying to connect|Client has encountered a connection error)/i.test(
    error.message,
  )
}

/** Too many people changed the same thing at the same moment. */
export function contended(operation: string, cause: unknown): AppError {
  return new AppError(
    'unavailable',
    'database_contended',
    {
      zh: '许多人正同时修改同一内容，这次没有保存。',
      en: `Many people are changing the same thing just now; nothing was saved (${operation}).`,
    },
    { cause, retryAfterSeconds: 1, remedy: { zh: '请稍后再试一次。', en: 'Try again in a moment.' } },
  )
}

/** The disk that the database, or we ourselves, would write to has no room left. */
export function isDiskFull(error: unknown): boolean {
  if (isPostgresError(error) && error.code === '53100') return true
  return error instanceof Error && /ENOSPC|No space left on device/i.test(error.message)
}

/** Nothing was saved, and nothing can be until someone makes room. */
export function diskFull(cause: unknown, folder?: string): AppError {
  const place = folder ? { zh: `（${folder}）`, en: ` (${folder})` } : { zh: '', en: '' }
  return new AppError(
    'unavailable',
    'disk_full',
    { zh: `服务器的磁盘已满${place.zh}，没有保存。`, en: `The server's disk is full${place.en}; nothing was saved.` },
    {
      cause,
      retryAfterSeconds: 60,
      remedy: {
        zh: '请系统管理员腾出磁盘空间后再试；已经保存的内容没有受影响。',
        en: 'Have the system administrator make room, then try again. What was saved before is safe.',
      },
    },
  )
}

/** The database did not answer, so that the fate of the write is not known. */
export function unavailable(operation: string, cause: unknown): AppError {
  if (isDiskFull(cause)) return diskFull(cause)
  return new AppError(
    'unavailable',
    'database_unavailable',
    { zh: '数据库暂时没有应答。', en: `The database does not answer at the moment (${operation}).` },
    {
      cause,
      retryAfterSeconds: 5,
      remedy: {
        zh: '请稍后用同一份内容再提交一次；已经保存的不会重复。',
        en: 'Send the same request again shortly; with the same idempotency key nothing is done twice.',
      },
    },
  )
}
