import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** True while the page is on its way to paper. What it changes is drawn before the browser takes the picture. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const media = matchMedia('print')
    const follow = () => flushSync(() => setPrinting(media.matches))
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [])
  return printing
}
