import { formatDay, formatMoment } from '@opensti/ui'
import { useLanguage } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutstandingReturn } from '../../contract-reminders.ts'
import { CallForm } from './CallForm.tsx'
import type { Reminding } from './use-reminders.ts'
import { WhoHears } from './WhoHears.tsx'

interface Props {
  one: OutstandingReturn
  chosen: boolean
  onChoose: () => void
  call: Reminding['call']
}

/** A unit that has not reported: how it stands, what is missing, whom to call, and what was done already. */
export function OutstandingRow({ one, chosen, onChoose, call }: Props) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  const late = one.kind === 'late'
  return (
    <li className={late ? 'rem-row late' : 'rem-row'}>
      <Checkbox
        className="rem-box"
        aria-label={t('reminders.chooseOne', { unit: say(one.unit.name) })}
        checked={chosen}
        onChange={onChoose}
      />
      <div className="rem-what">
        <h2>
          <Link to="/reporting/returns/$return" params={{ return: one.id }}>
            {say(one.unit.name)}
          </Link>
        </h2>
        <p>
          <b className={late ? 'rep-late' : undefined}>{t(`reminders.standing.${one.kind}`, { count: one.days })}</b>
          <span className="muted"> · {say(one.step)}</span>
        </p>
        <p className="muted">{missing()}</p>
      </div>
      <Contacts one={one} />
      <div className="rem-done">
        <Done one={one} />
        <CallForm id={one.id} unit={say(one.unit.name)} deed={call} />
        <WhoHears hears={one.hears} />
      </div>
    </li>
  )

  function missing(): string {
    if (one.missing === 0) return t('reminders.allFilled', { count: one.cells })
    const more = one.missing > one.missingNames.length ? t('reminders.missingMore') : ''
    const names = `${one.missingNames.map(say).join(t('list'))}${more}`
    return t('reminders.missing', { missing: one.missing, cells: one.cells, names })
  }
}

function Contacts({ one }: { one: OutstandingReturn }) {
  const { t } = useTranslation('reporting')
  const { say } = useLanguage()
  if (one.contacts.length === 0) return <p className="rem-contacts muted">{t('reminders.noContacts')}</p>
  return (
    <ul className="rem-contacts" aria-label={t('reminders.callTitle')}>
      {one.contacts.map(({ name, as, phone }) => (
        <li key={`${name.zh} ${as}`}>
          <span>
            {say(name)} <small>{as === 'holder' ? say(one.step) : t(`reminders.as.${as}`)}</small>
          </span>
          {phone === null ? (
            <small>{t('reminders.noPhone')}</small>
          ) : (
            <a className="number" href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`}>
              {phone}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The last reminder, the next one, and all calls. */
function Done({ one }: { one: OutstandingReturn }) {
  const { t } = useTranslation('reporting')
  const { say, language } = useLanguage()
  const [last] = one.reminders
  return (
    <>
      <p className="muted">
        {last
          ? t('reminders.lastReminder', {
              time: formatMoment(last.at, language, { short: true }),
              told: [...last.told.map(({ name }) => say(name)), ...(last.by ? [] : [t('reminders.byPlan')])].join(
                t('list'),
              ),
            })
          : t('reminders.noReminder')}
        <br />
        {one.nextOn ? t('reminders.nextOn', { day: formatDay(one.nextOn, language) }) : t('reminders.noNext')}
      </p>
      {one.calls.length > 0 && (
        <ul className="rem-calls" aria-label={t('reminders.calls')}>
          {one.calls.map((made) => (
            <li key={made.at}>
              <time dateTime={made.at}>{formatMoment(made.at, language, { short: true })}</time> {say(made.by)}{' '}
              <b>{t(made.reached ? 'reminders.reached' : 'reminders.notReached')}</b>
              {made.note && <q>{made.note}</q>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
