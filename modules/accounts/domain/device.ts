/** What a browser says of itself, in two words that the screens have names for. */
export interface Device {
  browser: (typeof browsers)[number][0]
  system: (typeof systems)[number][0]
}

// In this order: those that call themselves Chrome and Safari too come first.
const browsers = [
  ['wechat', /MicroMessenger/],
  ['dingtalk', /DingTalk/],
  ['edge', /Edg(e|A|iOS)?\//],
  ['qq', /QQBrowser/],
  ['360', /360SE|360EE|QihooBrowser/],
  ['uc', /UCBrowser/],
  ['huawei', /HuaweiBrowser/],
  ['firefox', /Firefox\/|FxiOS/],
  ['opera', /OPR\//],
  ['chrome', /Chrom(e|ium)\/|CriOS/],
  ['safari', /Safari\//],
  ['other', /./],
] as const
const systems = [
  ['harmony', /HarmonyOS|OpenHarmony/],
  ['android', /Android/],
  ['ios', /iPhone|iPad|iPod/],
  ['windows', /Windows/],
  ['mac', /Mac OS X|Macintosh/],
  ['kylin', /Kylin/i],
  ['uos', /\bUOS\b|Deepin/i],
  ['linux', /Linux|X11/],
  ['other', /./],
] as const

/** From the User-Agent header; null without one. */
export function deviceOf(userAgent: string | undefined): Device | null {
  if (!userAgent) return null
  const browser = browsers.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other'
  const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other'
  return { browser, system }
}

/** As it is kept with a session: `chrome/windows`. */
export function deviceText({ browser, system }: Device): string {
  return `${browser}/${system}`
}

export function deviceFrom(text: string): Device {
  const [browser, system] = text.split('/')
  return {
    browser: browsers.find(([name]) => name === browser)?.[0] ?? 'other',
    system: systems.find(([name]) => name === system)?.[0] ?? 'other',
  }
}
