/** A part of RESULTS.md: its heading, and everything below it up to the next. */
interface Part {
  heading: string
  text: string
}

const head = `# Results

To repeat: \`npm run bench\`, or \`npm run bench -- round\` for one part (leave the machine alone meanwhile). Each part says when, where
and under what load it was measured. Times hold for that machine; ratios travel.
`

/** The file with the parts that were measured anew in the places of the old ones; a part that is new comes at the end. */
export function withParts(file: string, measured: readonly string[]): string {
  const parts = partsOf(file)
  for (const text of measured.flatMap((one) => partsOf(one))) {
    const at = parts.findIndex(({ heading }) => isSame(heading, text.heading))
    if (at < 0) parts.push(text)
    else parts[at] = text
  }
  return `${head}\n${parts.map(({ text }) => text.trim()).join('\n\n')}\n`
}

function partsOf(text: string): Part[] {
  return text
    .split(/^(?=## )/m)
    .filter((one) => one.startsWith('## '))
    .map((one) => ({ heading: one.slice(0, one.indexOf('\n')), text: one }))
}

/** Headings may tell sizes; what a part is about stands in its first words. */
function isSame(one: string, other: string): boolean {
  const words = (heading: string) => heading.replaceAll(/[\d.,]+/g, '').trim()
  return words(one) === words(other)
}
