import { AppError, type Bilingual, type ErrorKind, type Language } from '@opensti/kernel'
import type { FastifyError } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'

const Text = z.object({ zh: z.string(), en: z.string() })

/** The one error shape on the wire: RFC 9457 with both languages, the places at fault and what to do. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    text: Text,
    remedy: Text.optional(),
    details: z
      .array(
        z.object({
          message: Text,
          place: z
            .object({
              field: z.string().optional(),
              row: z.number().optional(),
              column: z.string().optional(),
              file: z.string().optional(),
              line: z.number().optional(),
            })
            .optional(),
        }),
      )
      .optional(),
    /** To quote when asking for help; the log has the same number. */
    requestId: z.string(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  'too-large': 413,
  unprocessable: 422,
  'too-many': 429,
  unavailable: 503,
}

export function problemFrom(error: unknown, requestId: string, language: Language): Problem {
  if (error instanceof AppError) {
    return shape(statusOf[error.kind], error.code, error.text, requestId, language, {
      remedy: error.remedy,
      details: error.details.length > 0 ? error.details : undefined,
    })
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const details = error.validation.map((fault) => ({
      message: {
        zh: `“${fieldOf(fault.instancePath)}”不符合要求：${fault.message}`,
        en: `${fieldOf(fault.instancePath)}: ${fault.message}`,
      },
      place: { field: fieldOf(fault.instancePath) },
    }))
    const text = { zh: '提交的内容有不符合要求的地方。', en: 'Something in the message does not fit.' }
    return shape(400, 'invalid_message', text, requestId, language, { details })
  }
  const status = (error as Partial<FastifyError>).statusCode
  if (status !== undefined && status >= 400 && status < 500) {
    const text = plainRefusals[status] ?? { zh: '这个请求无法处理。', en: 'This request cannot be handled.' }
    return shape(status, `http_${status}`, text, requestId, language)
  }
  const text = {
    zh: '系统出了差错，您的内容没有改变。',
    en: 'Something went wrong here. Nothing of yours was changed.',
  }
  const remedy = {
    zh: `请稍后再试；如再次出现，请把编号 ${requestId} 告诉管理员。`,
    en: `Try again later; if it happens again, give the administrator the number ${requestId}.`,
  }
  return shape(500, 'internal', text, requestId, language, { remedy })
}

const plainRefusals: Record<number, Bilingual> = {
  400: { zh: '请求的内容无法读懂。', en: 'The request could not be read.' },
  404: { zh: '没有找到这一页或这条记录。', en: 'There is no such page or record.' },
  405: { zh: '这个地址不接受这种操作。', en: 'This address does not accept that method.' },
  413: { zh: '内容太大。', en: 'The content is too large.' },
  415: { zh: '不接受这种格式。', en: 'This format is not accepted.' },
  429: { zh: '请求太频繁，请稍候。', en: 'Too many requests; please wait.' },
}

function shape(
  status: number,
  code: string,
  text: Bilingual,
  requestId: string,
  language: Language,
  more: Pick<Problem, 'remedy' | 'details'> = {},
): Problem {
  return { type: `urn:opensti:problem:${code}`, title: text[language], status, code, text, ...more, requestId }
}

function fieldOf(instancePath: string): string {
  return instancePath.replace(/^\//, '').replaceAll('/', '.') || 'body'
}
