import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfRequest } from './paper-worker.ts'

/** A folder that is not there: the source sees the files it is given and nothing of this machine. */
const NOWHERE = '/opensti-paper'

/** The one family that is embedded: Noto Serif SC, SIL Open Font Licence 1.1. */
export const FONT = 'Noto Serif SC'
const FONT_FOLDER = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/metadata.json'))
const WEIGHTS = ['400Regular', '600SemiBold', '700Bold']

/**
 * Compiles Typst to PDF/A-2b, the archival form, with subsets of its fonts embedded. Equal input gives equal bytes.
 * @throws Error with what Typst says
 */
export function compilePdf({ source, files, madeAt }: Omit<PdfRequest, 'kind'>): { bytes: Uint8Array; pages: number } {
  const compiler = NodeCompiler.create({
    workspace: NOWHERE,
    fontArgs: [{ fontPaths: WEIGHTS.map((weight) => join(FONT_FOLDER, weight)) }],
  })
  for (const [name, content] of Object.entries(files)) compiler.mapShadow(join(NOWHERE, name), Buffer.from(content))
  const compiled = compiler.compile({ mainFileContent: source })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no result'))
  const bytes = compiler.pdf(compiled.result, { pdfStandard: 'a-2b', creationTimestamp: madeAt })
  return { bytes, pages: compiled.result.numOfPages }
}
