/**
 * The bare server that the product is measured against: Fastify and pg as they come, the product's own SQL statements
 * for the same address, and the rows sent as JSON. No permissions, no shapes, no headers, no languages, no formulas.
 *
 *   node bench/peer-server.ts DATABASE_URL     prints its address
 */
import Fastify from 'fastify'
import pg from 'pg'

const [url] = process.argv.slice(2)
if (!url) throw new Error('Name the database: node bench/peer-server.ts postgres://…')
const pool = new pg.Pool({ connectionString: url, max: 10 })
const rows = async (text: string, values: unknown[] = []) => (await pool.query(text, values)).rows as unknown[]

const server = Fastify()

server.get<{ Params: { region: string; code: string } }>(
  '/api/regions/:region/indicators/:code',
  async ({ params: { region, code } }) => {
    const [one] = await rows('select * from plans.region where id = $1', [region])
    const [indicator] = await rows('select * from plans.indicator where code = $1', [code])
    const [documents, themes, plans, targets, values] = await Promise.all([
      rows('select code, names, number from plans.document'),
      rows('select code, names from plans.theme'),
      rows(
        'select * from plans.plan where region_id = any($1) and published_at is not null order by end_year desc, start_year desc, code',
        [[region]],
      ),
      rows('select * from plans.target where region_id = $1 and indicator_code = $2 order by position, id', [
        region,
        code,
      ]),
      rows(
        `select * from plans.value where region_id = $1 and indicator_code = any($2) and status = 'published' order by period`,
        [region, [code]],
      ),
    ])
    const disagreements = await rows('select * from plans.disagreement where region_id = $1 order by id', [region])
    const others = await rows(
      `select * from plans.region where id <> $2 and id in
        (select region_id from plans.value where indicator_code = $1 and status = 'published') order by position`,
      [code, region],
    )
    const titles = new Map((documents as { code: string }[]).map((document) => [document.code, document]))
    const cited = (values as { cite: { document: string } }[]).map((value) => ({
      ...value,
      document: titles.get(value.cite.document),
    }))
    return { region: one, indicator, theme: themes[0], plans, targets, values: cited, disagreements, others }
  },
)

server.get('/api/regions', async () => ({
  regions: await rows('select id, names, parent_id from plans.region order by position'),
}))

server.get<{ Querystring: { q: string } }>('/api/search', async ({ query: { q } }) => {
  const characters = [...q]
  const grams = [...characters, ...characters.slice(1).map((next, at) => characters[at]! + next)]
  return {
    results: await rows(
      `select kind, id, region_id, title, context, href from search.entry
       where grams @> $1::text[] and public = true and position($2 in body) > 0
       order by position($2 in body) = 1 desc, weight desc, length(title->>'zh'), kind, id limit 20`,
      [grams, q],
    ),
  }
})

process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}\n`)
process.on('SIGTERM', () => process.exit(0))
