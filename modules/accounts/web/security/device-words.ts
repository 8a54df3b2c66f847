import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../contract.ts'

/** A device in words, and what was shown when a session began. */
export function useDeviceWords() {
  const { t } = useTranslation('accounts')
  const deviceOf = (device: SessionView['device']) =>
    device
      ? t('security.device.on', {
          browser: t(`security.device.browsers.${device.browser}`),
          system: t(`security.device.systems.${device.system}`),
        })
      : t('security.device.unknown')
  const wayOf = ({ way, secondStep }: Pick<SessionView, 'way' | 'secondStep'>) => {
    const first = t(`security.device.ways.${way}`)
    return secondStep ? t('security.device.and', { way: first, step: t(`security.device.steps.${secondStep}`) }) : first
  }
  const networkOf = (same: boolean | null) =>
    same === null ? '' : t(same ? 'security.device.sameNetwork' : 'security.device.otherNetwork')
  return { deviceOf, wayOf, networkOf }
}
