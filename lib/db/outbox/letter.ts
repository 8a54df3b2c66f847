/** A letter to one person, complete. */
export interface Letter {
  /** The address alone, such as `office@city.example`. */
  to: string
  subject: string
  /** Plain text, lines as they shall stand. */
  text: string
}

/** Takes letters out of the house. */
export interface Carrier {
  /** Whether letters reach people by themselves; if not, links are shown to the administrator to hand over too. */
  readonly reachesPeople: boolean
  /**
   * Resolves when the letter is in safe hands; throws to be asked again later, `Undeliverable` to be asked no more.
   * @param id the same for every try at one letter, for the receiver to drop repeats.
   */
  carry(letter: Letter, id: string, signal: AbortSignal): Promise<void>
}

/** The letter as RFC 5322 has it, for any mail program: 7 bits wide, lines short. */
export function mailText({ to, subject, text }: Letter, id: string, date: Date): string {
  if (/[^\x21-\x7e]/.test(to)) throw new Error('A mail address holds no blanks and no control characters.')
  const lines = [
    `Message-ID: <${id}@opensti.invalid>`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `To: ${to}`,
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(text.replaceAll('\n', '\r\n'), 'utf8')
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ]
  return lines.join('\r\n')
}

/** RFC 2047 allows 75 characters to a word; ten characters of any script stay below. */
function encodedWords(subject: string): string {
  const pieces = [...subject].reduce<string[]>((words, character, at) => {
    if (at % 10 === 0) words.push('')
    words[words.length - 1] += character
    return words
  }, [])
  return pieces.map((piece) => `=?utf-8?B?${Buffer.from(piece, 'utf8').toString('base64')}?=`).join('\r\n ')
}
