import { AppError, conflict, invalid, unprocessable } from '@opensti/kernel'

/** What can be wrong with a backup or with the place where it should go, each with its remedy. */
export const refusals = {
  exists: (file: string) =>
    conflict(
      'backup_exists',
      { zh: `文件已存在，没有覆盖：${file}`, en: `The file exists and was not overwritten: ${file}` },
      { remedy: { zh: '请换一个文件名。', en: 'Choose another name.' } },
    ),
  noRoom: (folder: string, needed: number, free: number) =>
    conflict(
      'no_room',
      {
        zh: `${folder} 的空间不够：约需 ${megabytes(needed)} MB，只剩 ${megabytes(free)} MB。`,
        en: `There is not enough room in ${folder}: about ${megabytes(needed)} MB are needed, ${megabytes(free)} MB are free.`,
      },
      { remedy: { zh: '请腾出空间，或写到别的磁盘。', en: 'Make room, or write to another disk.' } },
    ),
  noKey: () =>
    invalid(
      'no_backup_key',
      { zh: '备份必须加密，还没有说用什么。', en: 'A backup is always encrypted; it was not said with what.' },
      {
        remedy: {
          zh: '用 --recipient age1… 指明公钥（opensti backup new-key 可生成一对），或用 --passphrase-file 指明口令文件。',
          en: 'Name a public key with --recipient age1… (opensti backup new-key makes a pair), or a file with --passphrase-file.',
        },
      },
    ),
  noOpener: () =>
    invalid(
      'no_backup_opener',
      { zh: '还没有说用什么解密。', en: 'It was not said how to decrypt the backup.' },
      {
        remedy: {
          zh: '用 --identity 指明私钥文件，或用 --passphrase-file 指明口令文件。',
          en: 'Name the private key with --identity, or a file with --passphrase-file.',
        },
      },
    ),
  badRecipient: (recipient: string) =>
    invalid(
      'bad_recipient',
      { zh: `不是公钥：${recipient}`, en: `This is no public key: ${recipient}` },
      {
        remedy: {
          zh: '公钥以 age1 开头，共 62 个字符，由 opensti backup new-key 或 age-keygen 生成。',
          en: 'It begins with age1 and has 62 characters; opensti backup new-key or age-keygen make one.',
        },
      },
    ),
  badIdentity: (file: string) =>
    invalid(
      'bad_identity',
      { zh: `文件里没有私钥：${file}`, en: `There is no private key in ${file}` },
      {
        remedy: { zh: '私钥是以 AGE-SECRET-KEY-1 开头的一行。', en: 'It is a line that begins with AGE-SECRET-KEY-1.' },
      },
    ),
  notReadable: (file: string, cause: unknown) =>
    new AppError(
      'invalid',
      'file_not_readable',
      { zh: `无法打开文件：${file}`, en: `This file cannot be opened: ${file}` },
      { cause, remedy: { zh: '请检查路径和权限。', en: 'Check the path and the permissions.' } },
    ),
  notABackup: (file: string) =>
    invalid(
      'not_a_backup',
      { zh: `这不是 OpenSTI 的备份：${file}`, en: `This is no backup of OpenSTI: ${file}` },
      {
        remedy: {
          zh: '请选择由 opensti backup 写成的文件。',
          en: 'Choose a file that opensti backup has written.',
        },
      },
    ),
  wrongKey: (file: string, wants: 'passphrase' | 'identity', given: 'passphrase' | 'identity') =>
    wrongKey(file, wants, given),
  damaged: (file: string, what: { zh: string; en: string }, cause?: unknown) =>
    new AppError(
      'unprocessable',
      'backup_damaged',
      { zh: `备份已损坏（${what.zh}）：${file}`, en: `The backup is damaged (${what.en}): ${file}` },
      {
        cause,
        remedy: {
          zh: '没有改动任何内容。请使用另一份备份，或重新复制这个文件。',
          en: 'Nothing was changed. Use another backup, or copy this file again from where it was kept.',
        },
      },
    ),
  newer: (file: string, migration: string) =>
    conflict(
      'backup_newer',
      {
        zh: `备份来自更新的版本（有本程序不认识的结构 ${migration}）：${file}`,
        en: `The backup is of a newer version (it has ${migration}, which this program does not know): ${file}`,
      },
      {
        remedy: {
          zh: '没有改动任何内容。请先升级程序，再恢复。',
          en: 'Nothing was changed. Upgrade the program first, then restore.',
        },
      },
    ),
  otherStructure: (file: string, what: string) =>
    conflict(
      'backup_other_structure',
      {
        zh: `备份的结构与本程序不符（${what}）：${file}`,
        en: `The structure of the backup is not that of this program (${what}): ${file}`,
      },
      {
        remedy: {
          zh: '没有改动任何内容。请用写出这份备份的版本恢复，然后再升级。',
          en: 'Nothing was changed. Restore it with the version that wrote it, then upgrade.',
        },
      },
    ),
  notEmpty: (what: string) =>
    conflict(
      'not_empty',
      {
        zh: `这里已经有内容（${what}），没有恢复。`,
        en: `There is something here already (${what}); nothing was restored.`,
      },
      {
        remedy: {
          zh: '请恢复到一台全新的服务器，或用 --into 指明空目录；若要丢弃现有内容，加 --replace。',
          en: 'Restore on a fresh server, or name an empty folder with --into; to throw away what is here, add --replace.',
        },
      },
    ),
  inUse: (who: string) =>
    conflict(
      'database_in_use',
      { zh: `数据库正被使用（${who}），没有恢复。`, en: `The database is in use (${who}); nothing was restored.` },
      { remedy: { zh: '请先停止 OpenSTI。', en: 'Stop OpenSTI first.' } },
    ),
  unequal: (wanted: string, found: string) =>
    unprocessable(
      'restored_unequal',
      {
        zh: `恢复后的内容与备份不相等（应为 ${wanted}，实为 ${found}），已全部撤回。`,
        en: `What was restored is not equal to the backup (${wanted} was expected, ${found} found); all of it was taken back.`,
      },
      { remedy: { zh: '请保留这个文件并报告。', en: 'Keep the file and report this.' } },
    ),
} satisfies Record<string, (...facts: never[]) => AppError>

function wrongKey(file: string, wants: 'passphrase' | 'identity', given: 'passphrase' | 'identity'): AppError {
  const zh = { passphrase: '口令', identity: '私钥' }
  const en = { passphrase: 'passphrase', identity: 'private key' }
  const text =
    wants === given
      ? { zh: `${zh[given]}不对：${file}`, en: `This ${en[given]} does not open ${file}` }
      : {
          zh: `这份备份要用${zh[wants]}解密，给的是${zh[given]}：${file}`,
          en: `The backup is opened by a ${en[wants]}, a ${en[given]} was given: ${file}`,
        }
  return invalid('wrong_backup_key', text, {
    remedy: {
      zh: '没有改动任何内容。私钥用 --identity，口令用 --passphrase-file。',
      en: 'Nothing was changed. Private keys go with --identity, passphrases with --passphrase-file.',
    },
  })
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000)
}
