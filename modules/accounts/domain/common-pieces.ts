/** Words that stand in every list of guessed passwords, in English and in pinyin. They add nothing to a password. */
// biome-ignore format: a table of words
export const commonPieces: readonly string[] = [
  'password', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'administrator', 'administration', 'admin', 'root', 'user', 'guest',
  'welcome', 'letmein', 'iloveyou', 'sunshine', 'princess', 'dragon', 'monkey', 'football', 'baseball', 'superman',
  'master', 'login', 'secret', 'system', 'server', 'default', 'change', 'changeme', 'test', 'demo', 'temp', 'hello',
  'summer', 'winter', 'spring', 'autumn', 'january', 'monday', 'company', 'office', 'china', 'opensti', 'woaini',
  'woaizhongguo', 'zhongguo', 'mima', 'nihao', 'kejiju', 'zhengfu', 'guanliyuan', '5201314', '1314520', '520520',
  '1qaz2wsx', '1q2w3e4r', '1q2w3e', 'qazwsx', 'zaq12wsx', 'abc123', 'a123456', 'qwe123', '密码', '管理员', '科技局',
]

/** Signs in the order in which fingers and counting find them. */
export const keyboardRuns: readonly string[] = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '!@#$%^&*()',
]
