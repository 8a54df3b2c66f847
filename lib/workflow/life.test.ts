import { describe, expect, it } from 'vitest'
import { defineLife, endsOf, stateAfter, verbsOf } from './life.ts'

const both = (zh: string, en: string) => ({ zh, en })
const letter = defineLife({
  names: both('信', 'The letter'),
  start: 'draft',
  states: { draft: both('草稿', 'draft'), sent: both('已寄', 'sent'), answered: both('已复', 'answered') },
  moves: {
    send: { from: ['draft'], to: 'sent', names: both('寄出', 'send') },
    recall: { from: ['sent'], to: 'draft', names: both('撤回', 'recall'), reason: true },
    answer: { from: ['sent'], to: 'answered', names: both('答复', 'answer') },
  },
})

describe('a life', () => {
  it('says what can be done now and where it ends', () => {
    expect(verbsOf(letter, 'sent')).toEqual(['recall', 'answer'])
    expect(endsOf(letter)).toEqual(['answered'])
  })

  it('moves', () => {
    expect(stateAfter(letter, 'draft', 'send')).toBe('sent')
  })

  it('refuses a move from the wrong state and names the state', () => {
    expect(() => stateAfter(letter, 'answered', 'send')).toThrow(/is now “answered”/)
  })

  it('asks for a reason where one is due, and blanks are none', () => {
    expect(() => stateAfter(letter, 'sent', 'recall', '  ')).toThrow(/needs a reason/)
    expect(stateAfter(letter, 'sent', 'recall', '地址写错')).toBe('draft')
  })

  it('is refused when a state can never be reached', () => {
    expect(() =>
      defineLife<'draft' | 'lost', never>({
        names: both('信', 'The letter'),
        start: 'draft',
        states: { draft: both('草稿', 'draft'), lost: both('遗失', 'lost') },
        moves: {},
      }),
    ).toThrow(/No move leads to lost/)
  })
})
