import { statusMarks } from '../status.ts'
import { type StatusKey, statusKeys } from '../tokens.ts'
import { type Html, html, trusted } from './html.ts'

/** The seven shapes, drawn once at the top of a page and used by reference below. */
export const markSprite: Html = trusted(
  `<svg class="sprite" aria-hidden="true">${statusKeys
    .map((key) => {
      const { solid, line } = statusMarks[key]
      return `<symbol id="m-${key}" viewBox="0 0 16 16">${line && `<path class="l" d="${line}"/>`}${solid && `<path fill-rule="evenodd" d="${solid}"/>`}</symbol>`
    })
    .join('')}</svg>`,
)

const marks = new Map(
  statusKeys.map((key) => [
    key,
    trusted(`<svg class="mark s-${key}" aria-hidden="true"><use href="#m-${key}"/></svg>`),
  ]),
)

export function statusMark(status: StatusKey): Html {
  return marks.get(status) ?? html``
}

/** Shape and word together; the word carries the meaning. */
export function statusBadge(status: StatusKey, language: 'zh' | 'en', big = false): Html {
  return html`<span class="status s-${status}${big && ' big'}">${statusMark(status)}${statusMarks[status].word[language]}</span>`
}
