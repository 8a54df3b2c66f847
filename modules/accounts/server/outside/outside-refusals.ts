import { AppError, conflict, unprocessable } from '@opensti/kernel'

/** Every refusal about identities from outside ends with a way on: the password works still. */
const byPassword = {
  zh: '可以用登录名和密码登录；多次如此请告诉系统管理员。',
  en: 'Sign-in name and password work as ever; tell the system administrator if it goes on.',
}

export function unreachable(cause: unknown): AppError {
  return new AppError(
    'unavailable',
    'outside_unreachable',
    { zh: '统一身份认证平台没有应答。', en: 'The identity provider does not answer.' },
    { cause, retryAfterSeconds: 60, remedy: byPassword },
  )
}

export function refused(cause: unknown): AppError {
  return new AppError(
    'unauthenticated',
    'outside_refused',
    {
      zh: '统一身份认证平台的答复没有通过核对，没有登录。',
      en: 'The answer of the identity provider did not stand up to the checks; nobody was signed in.',
    },
    { cause, remedy: { zh: `请从登录页重新开始。${byPassword.zh}`, en: `Begin again. ${byPassword.en}` } },
  )
}

export function cancelled(): AppError {
  return unprocessable(
    'outside_cancelled',
    { zh: '您在统一身份认证平台取消了登录。', en: 'You turned back at the identity provider.' },
    { remedy: byPassword },
  )
}

export function errandOver(): AppError {
  return new AppError(
    'unauthenticated',
    'outside_over',
    {
      zh: '这次往返已过时、已用过，或不是从这个浏览器开始的。',
      en: 'This errand is too old, was used, or began in another browser.',
    },
    { remedy: { zh: '请从登录页重新开始。', en: 'Begin again where you sign in.' } },
  )
}

export function notSetUp(): AppError {
  return conflict(
    'outside_not_set_up',
    { zh: '这里没有接入统一身份认证平台。', en: 'No identity provider is set up here.' },
    { remedy: { zh: '请用登录名和密码登录。', en: 'Sign in with name and password.' } },
  )
}

export function notLinked(): AppError {
  return unprocessable(
    'identity_not_linked',
    {
      zh: '这个统一身份还没有关联到这里的账号。',
      en: 'This identity is not linked to an account here.',
    },
    {
      remedy: {
        zh: '请先用登录名和密码登录，在“我的账户”中关联；还没有账号请联系安全管理员。',
        en: 'Sign in with name and password first and link it under “My account”; without an account, ask the security administrator.',
      },
    },
  )
}

export function linkedElsewhere(): AppError {
  return conflict(
    'identity_linked_elsewhere',
    {
      zh: '这个统一身份已关联别的账号，或您的账号已关联另一个统一身份。',
      en: 'This identity is linked to another account, or your account to another identity.',
    },
    {
      remedy: {
        zh: '请先解除原来的关联；不清楚原因请联系安全管理员。',
        en: 'Undo the other link first; if you cannot explain it, tell the security administrator.',
      },
    },
  )
}
