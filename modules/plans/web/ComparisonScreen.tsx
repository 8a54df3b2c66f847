import { formatAmount } from '@opensti/ui'
import { amountBar } from '@opensti/ui/charts'
import { Drawing, Nothing, PageHead, Section, Shown } from '@opensti/ui/workbench'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { comparisonAddress } from '../addresses.ts'
import type { ComparisonView } from '../contract.ts'
import { basisName, comparedGroups, compareHeading } from '../portal/parts/comparison.ts'
import { periodText } from '../portal/parts/figures.ts'
import { CitationLine } from './parts/CitationLine.tsx'
import { PublicLink } from './parts/PublicLink.tsx'
import { WideTable } from './parts/WideTable.tsx'
import { useLedgerKeeping } from './use-ledger.ts'
import { useVoice } from './use-voice.ts'
import './ledger.css'

type Basis = ComparisonView['basis']
type Row = ComparisonView['rows'][number]

const bases: readonly Basis[] = ['absolute', 'per-head', 'per-gdp']

/** The same indicator in several regions, where the definition allows it; a refused basis says why. */
export function ComparisonScreen({ indicator }: { indicator: string }) {
  const { basis } = useSearch({ strict: false })
  const asked = bases.find((one) => one === basis) ?? 'absolute'
  const query = useLedgerKeeping<ComparisonView>(`/api/compare/${indicator}?basis=${asked}`)
  return <Shown query={query}>{(view) => <Comparison view={view} />}</Shown>
}

function Comparison({ view }: { view: ComparisonView }) {
  const voice = useVoice()
  const { text, say } = voice
  const navigate = useNavigate()
  const address = comparisonAddress(view.indicatorId)
  const choose = (basis: Basis) =>
    void navigate({ to: '.', search: { basis: basis === 'absolute' ? undefined : basis }, replace: true })
  return (
    <>
      <PageHead
        title={text.compareTitle(say(view.name))}
        lead={view.definition && say(view.definition)}
        action={<PublicLink address={view.basis === 'absolute' ? address : `${address}?basis=${view.basis}`} />}
      />
      {view.basesAllowed.length > 1 && (
        <Segmented<Basis>
          aria-label={text.basis}
          value={view.basis}
          onChange={choose}
          options={view.basesAllowed.map((value) => ({ value, label: basisName(value, view, voice) }))}
        />
      )}
      {view.rows.length > 0 ? (
        <Section id="regions" title={compareHeading(view, voice)}>
          <RegionTable view={view} />
        </Section>
      ) : (
        <Nothing>{text.noComparison}</Nothing>
      )}
      {view.refused.length > 0 && (
        <Section id="refused" title={text.refused}>
          <ul className="notes">
            {view.refused.map((one) => (
              <li key={one.basis} className="note">
                <b>{text.bases[one.basis]}</b>
                {text.colon}
                {say(one.because)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function RegionTable({ view }: { view: ComparisonView }) {
  const voice = useVoice()
  const { text, say } = voice
  const { rows } = view
  const longest = Math.max(...rows.filter((row) => row.rank !== null).map((row) => row.value))
  return (
    <WideTable
      label={text.compareTitle(say(view.name))}
      headings={[
        text.region,
        '',
        ['figures', text.value],
        text.period,
        rows.some((row) => row.formula) ? text.formula : text.source,
      ]}
    >
      {comparedGroups(view, voice).map((group) => (
        <tbody key={group.note}>
          {group.note && (
            <tr>
              <td className="note-row" colSpan={5}>
                {group.note}
              </td>
            </tr>
          )}
          {group.rows.map((row) => (
            <RegionRow key={row.region.id} row={row} indicator={view.indicatorId} longest={longest} />
          ))}
        </tbody>
      ))}
    </WideTable>
  )
}

function RegionRow({ row, indicator, longest }: { row: Row; indicator: string; longest: number }) {
  const voice = useVoice()
  const { text, say, language } = voice
  return (
    <tr>
      <th scope="row" className="nowrap">
        <Link
          className="in-text"
          to="/regions/$region/indicators/$indicator"
          params={{ region: row.region.id, indicator }}
        >
          {say(row.region.name)}
        </Link>
        {row.region.invented && text.inBrackets(text.invented)}
      </th>
      <td className="c-bar">
        {row.rank !== null && <Drawing drawing={amountBar({ value: row.value, longest, own: row.rank === 1 })} />}
      </td>
      <td className="r nowrap">{formatAmount(row.value, row.unit, language)}</td>
      <td className="nowrap">{periodText(row.period, voice)}</td>
      <td>
        {row.formula && <span className="under formula-words">{say(row.formula)}</span>}
        <CitationLine citation={row.citation} />
      </td>
    </tr>
  )
}
