import type { PageAnswer } from '@opensti/http'
import type { StoredPaper } from './store-papers.ts'

/** A paper as a download, with its digest beside it. */
export function download({ content, digest, mediaType, fileName }: StoredPaper): PageAnswer {
  return {
    body: content,
    contentType: mediaType,
    headers: {
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'no-store',
      'x-content-sha256': digest,
    },
  }
}
