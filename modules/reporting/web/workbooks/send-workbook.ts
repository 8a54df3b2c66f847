import { ApiError, type Refusal } from '@opensti/ui/workbench'

/** Sends a workbook and tells how far that has come; while the server reads it, only time is known. */
export function sendWorkbook<Answer>(
  path: string,
  file: File,
  { signal, onSent }: { signal: AbortSignal; onSent: (share: number) => void },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.open('POST', path)
    request.responseType = 'json'
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', crypto.randomUUID())
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0))
    request.upload.addEventListener('load', () => onSent(1))
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Answer)
      else reject(new ApiError(isRefusal(request.response) ? request.response : unreachable))
    })
    request.addEventListener('error', () => reject(new ApiError(unreachable)))
    request.addEventListener('abort', () => reject(signal.reason))
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'text' in value
}

const unreachable: Refusal = {
  status: 0,
  code: 'unreachable',
  text: { zh: '连不上服务器。', en: 'The server cannot be reached.' },
  remedy: { zh: '请检查网络后再上传。', en: 'Check the network and upload it again.' },
}
