import type { NoticeKind } from '@opensti/accounts'

/** Told to whoever may approve. */
export const toDecideKind: NoticeKind = {
  kind: 'publication.to-decide',
  name: { zh: '有发布待批准', en: 'A release waits for approval' },
  text: {
    zh: '{{by}}拟定了发布“{{title}}”，请批准。',
    en: '{{by}} proposes the release “{{title}}” and asks for approval.',
  },
  byMail: true,
}

/** Told to other systems by the region’s webhook. */
export const releasedKind: NoticeKind = {
  kind: 'publication.released',
  name: { zh: '数据公开或撤下（推送给其他门户）', en: 'Releases made public or taken down (for other portals)' },
  text: { zh: '“{{title}}”已公开。', en: '“{{title}}” is public.' },
  byMail: false,
}

export const publicationNotices: readonly NoticeKind[] = [toDecideKind, releasedKind]
