import { makeReturns } from './city-returns.ts'
import { mappingOf } from './city-workbooks.ts'
import { asker, type Field, race, told } from './race-field.ts'
import type { Race } from './race-track.ts'
import { addPerson, home, otherUnit, signInName } from './world.ts'

/** Two people of a unit, or of the lead bureau, over one workbook. */
export async function racesOverWorkbooks({ planner, secondPlanner, db, server }: Field): Promise<Race[]> {
  await addPerson(db, home, 'second-filler', ['reporter'])
  const reporter = await asker(db, signInName('reporter', home))
  const second = await asker(db, 'second-filler')
  const options = { states: ['preparing'], workbooks: true } as const
  const { of } = await makeReturns(db, server, home, await otherUnit(db, home), options)
  const ids = of.preparing
  const version = Number(ids.cellVersion)
  const cell = { indicatorId: ids.reported, nature: 'working', version }
  const base = `/api/returns/${ids.return}`
  const accept = ['POST', `${base}/workbooks/${ids.upload}/accept`, { cells: [cell] }] as const
  const undo = ['POST', `${base}/workbooks/${ids.accepted}/undo`] as const
  const write = ['PUT', `${base}/entries`, { cells: [{ ...cell, value: '99' }] }] as const
  const handIn = ['POST', `${base}/moves`, { act: 'pass-on', version: Number(ids.returnVersion) }] as const
  const mapping = `/api/regions/${home}/cycles/${ids.cycle}/workbooks/${ids.workbook}/mapping`
  const save = ['PUT', mapping, { version: Number(ids.workbookVersion), mapping: mappingOf(ids.reported) }] as const
  return [
    race('take a workbook in × take it in', reporter(...accept), second(...accept)),
    race('take a workbook in × a figure of it', reporter(...accept), second(...write)),
    race('take a workbook in × take another back', reporter(...accept), second(...undo)),
    race('take a workbook in × hand in', reporter(...accept), second(...handIn), told('409 not_preparing')),
    race('take a workbook back × take it back', reporter(...undo), second(...undo)),
    race('take a workbook back × a figure of it', reporter(...undo), second(...write)),
    race('save a mapping × save another', planner(...save), secondPlanner(...save)),
  ]
}
