import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { useHome, useSession } from '@opensti/accounts/session'
import { Nothing, PageHead, useLanguage } from '@opensti/ui/workbench'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemList } from '../../contract.ts'
import { Shown } from '../parts/Shown.tsx'
import { useStandingWords } from '../parts/use-standing-words.ts'
import { useItems } from '../use-supervision.ts'
import { Filters } from './Filters.tsx'
import { everything, filterItems, lights } from './filter-items.ts'
import { ItemTable } from './ItemTable.tsx'
import { RegisterDialog } from './RegisterDialog.tsx'
import '../supervision.css'

/** Everything under supervision that she may see, the overdue first. */
export function ItemsScreen() {
  const { region } = useHome()
  return <Shown query={useItems(region)}>{(list) => <Ledger list={list} region={region ?? ''} />}</Shown>
}

function Ledger({ list, region }: { list: ItemList; region: string }) {
  const { t } = useTranslation('supervision')
  const { say } = useLanguage()
  const { might } = useSession()
  const standing = useStandingWords()
  const [wanted, setWanted] = useState(everything)
  const [registering, setRegistering] = useState(false)
  const items = filterItems(list.items, wanted)
  return (
    <>
      <PageHead
        title={t('list.title')}
        lead={t('list.lead')}
        action={
          <div className="sup-acts">
            <Button icon={<PrinterOutlined />} onClick={() => globalThis.print()}>
              {t('list.print')}
            </Button>
            <Button icon={<DownloadOutlined />} onClick={() => void save()}>
              {t('list.export')}
            </Button>
            {might('supervision.item.create') && (
              <Button type="primary" onClick={() => setRegistering(true)}>
                {t('list.register')}
              </Button>
            )}
          </div>
        }
      />
      {list.items.length === 0 ? (
        <Nothing>{t('list.nothing')}</Nothing>
      ) : (
        <Filters items={list.items} wanted={wanted} onChange={setWanted} />
      )}
      {list.items.length > 0 && items.length === 0 && <Nothing>{t('list.nothingFits')}</Nothing>}
      {lights.map((light) => {
        const group = items.filter((one) => one.light === light)
        return group.length > 0 && <ItemTable key={light} light={light} items={group} />
      })}
      {registering && <RegisterDialog region={region} onClose={() => setRegistering(false)} />}
    </>
  )

  async function save(): Promise<void> {
    const { itemsWorkbook, saveFile } = await import('./items-workbook.ts')
    const inOrder = lights.flatMap((light) => items.filter((one) => one.light === light))
    saveFile(`${t('list.title')}.xlsx`, await itemsWorkbook(inOrder, { t, say, standing }))
  }
}
