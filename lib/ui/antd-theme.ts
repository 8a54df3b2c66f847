import type { ThemeConfig } from 'antd'
import { fonts, motion, palettes, radius, type } from './tokens.ts'

/** Ant Design's theme from the same tokens as the portal. Pass the matching algorithm beside it: `theme.darkAlgorithm` in the dark. */
export function antdTheme(mode: 'light' | 'dark', language: 'zh' | 'en'): ThemeConfig {
  const colours = palettes[mode]
  return {
    token: {
      colorPrimary: colours.accent,
      colorPrimaryBg: colours.accentSoft,
      colorPrimaryBgHover: colours.accentSoft,
      colorWarningBg: colours.statusSoft.behind,
      colorWarningBorder: colours.status.behind,
      colorErrorBg: colours.statusSoft.missed,
      colorErrorBorder: colours.status.missed,
      colorSuccessBg: colours.statusSoft.reached,
      colorInfoBg: colours.statusSoft['on-track'],
      colorLink: colours.accent,
      colorLinkHover: colours.accentHover,
      colorSuccess: colours.status.reached,
      colorWarning: colours.status.behind,
      colorError: colours.status.missed,
      colorInfo: colours.status['on-track'],
      colorText: colours.ink,
      colorTextSecondary: colours.muted,
      colorTextDescription: colours.muted,
      colorTextPlaceholder: colours.muted,
      colorBgLayout: colours.paper,
      colorBgContainer: colours.surface,
      colorBgElevated: colours.surface,
      colorBorder: colours.lineStrong,
      colorBorderSecondary: colours.line,
      colorTextLightSolid: colours.onAccent,
      borderRadius: radius.medium,
      borderRadiusSM: radius.small,
      fontFamily: fonts[language],
      fontFamilyCode: fonts.mono,
      fontSize: type.body,
      fontSizeSM: type.small,
      lineHeight: type.lineHeight,
      motionDurationFast: `${motion.quick / 1000}s`,
      motionDurationMid: `${motion.calm / 1000}s`,
      motionDurationSlow: `${motion.calm / 1000}s`,
      boxShadow: 'none',
    },
    components: {
      Table: {
        headerBg: colours.paper,
        headerColor: colours.muted,
        headerSplitColor: 'transparent',
        cellPaddingBlockSM: 8,
        rowHoverBg: colours.accentSoft,
        borderColor: colours.line,
      },
      Menu: { itemSelectedBg: colours.accentSoft, itemSelectedColor: colours.accent, itemBg: colours.surface },
      Segmented: { trackBg: colours.track, itemSelectedBg: colours.surface },
      Layout: { headerBg: colours.surface, siderBg: colours.surface, bodyBg: colours.paper },
      Card: { headerFontSize: type.h4 },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    },
  }
}
