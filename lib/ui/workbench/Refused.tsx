import { Button } from 'antd'
import { ApiError, adviceOf } from './api.ts'
import { Explanation } from './Explanation.tsx'
import { useLanguage } from './language.tsx'

const words = {
  zh: {
    missing: '没有这个页面',
    forbidden: '这个页面不对您的角色开放',
    unreachable: '连不上服务器',
    failed: '暂时无法显示',
    broken: '这个页面出了差错',
    brokenAdvice: '您的内容没有改变。请重试；如再次出现，请告诉管理员。',
    missingAdvice: '地址可能写错了，内容也可能已移走或尚未公布。可以用上方的搜索查找名称。',
    unreachableAdvice: '请检查网络，然后重试。已经保存的内容都在。',
    number: (id: string) => `向管理员反映时，请附上请求编号：${id}`,
    again: '重试',
    home: '回到首页',
  },
  en: {
    missing: 'There is no such page',
    forbidden: 'This page is not open to your role',
    unreachable: 'The server cannot be reached',
    failed: 'This cannot be shown now',
    broken: 'Something went wrong on this page',
    brokenAdvice: 'Nothing of yours was changed. Try again; if it happens again, tell the administrator.',
    missingAdvice:
      'The address may be mistyped, or the page has moved or is not published yet. The search above finds it by name.',
    unreachableAdvice: 'Check the network, then try again. Whatever was saved is still there.',
    number: (id: string) => `When you tell the administrator, give the request number: ${id}`,
    again: 'Try again',
    home: 'Go to the start',
  },
} as const

/** A screen that the server would not or could not give. Without an error there is no such screen. */
export function Refused({ error, onAgain }: { error?: unknown; onAgain?: () => void }) {
  const { language } = useLanguage()
  const text = words[language]
  const kind = error === undefined ? 'missing' : kindOf(error)
  const { title, lines } = adviceOf(error, language)
  const said = {
    missing: [text.missingAdvice],
    forbidden: [title, ...lines],
    unreachable: [text.unreachableAdvice],
    failed: [title, ...lines],
    broken: [text.brokenAdvice],
  }[kind]
  const id = kind === 'failed' && error instanceof ApiError ? error.refusal.requestId : undefined
  const mayHelp = onAgain && kind !== 'missing' && kind !== 'forbidden'
  return (
    <Explanation
      title={text[kind]}
      lines={[...said, ...(id ? [text.number(id)] : [])]}
      actions={
        <>
          {mayHelp && (
            <Button type="primary" onClick={onAgain}>
              {text.again}
            </Button>
          )}
          <Button type={mayHelp ? 'default' : 'primary'} href="/workbench/">
            {text.home}
          </Button>
        </>
      }
    />
  )
}

type Kind = 'missing' | 'forbidden' | 'unreachable' | 'failed' | 'broken'

function kindOf(error: unknown): Kind {
  if (!(error instanceof ApiError)) return isUnreachablePart(error) ? 'unreachable' : 'broken'
  const { status } = error.refusal
  if (status === 404) return 'missing'
  if (status === 403) return 'forbidden'
  return status === 0 ? 'unreachable' : 'failed'
}

/** A screen comes over the wire when it is first visited; browsers say each in their own words that it did not come. */
function isUnreachablePart(error: unknown): boolean {
  return error instanceof TypeError && /module/i.test(error.message)
}
