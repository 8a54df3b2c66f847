import type { SheetView } from '../../contract.ts'
import type { UnitInputs } from '../../domain/work-out.ts'

/** What a sheet shows, as the pure function wants it; so that the browser works out what the server did. */
export function inputsOf({ inputs }: Pick<SheetView, 'inputs'>): UnitInputs {
  const of = (kind: SheetView['inputs'][number]['kind']) => inputs.filter((one) => one.kind === kind)
  return {
    parts: Object.fromEntries(
      of('part').map(({ code, applies, target, value, points }) => [code, { applies, target, value, points }]),
    ),
    happened: Object.fromEntries(of('deduction').map(({ code, times }) => [code, times])),
    vetoed: of('veto')
      .filter(({ times }) => times > 0)
      .map(({ code, source }) => ({
        code,
        because: source?.kind === 'document' ? source : { document: '', article: '' },
      })),
  }
}
