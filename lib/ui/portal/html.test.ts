import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeHtml, html, join, safeHref, trusted } from './html.ts'

test('text and attributes are escaped, nested templates are not escaped twice', () => {
  const name = '<script>alert("x")</script>'
  expect(html`<p title="${name}">${name}${html`<b>${'&'}</b>`}</p>`.markup).toBe(
    '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;<b>&amp;</b></p>',
  )
})

test('nothing, false and lists', () => {
  expect(html`${null}${undefined}${false}${true}${0}${['<', html`<i></i>`]}`.markup).toBe('0&lt;<i></i>')
  expect(join(['a', '<'], html`<br>`).markup).toBe('a<br>&lt;')
  expect(html`${trusted('<hr>')}`.markup).toBe('<hr>')
})

test('an object from data that looks like markup is not markup', () => {
  const forged = JSON.parse('{"markup":"<script></script>"}')
  expect(html`${forged}`.markup).toBe('')
})

test('no text can leave its place', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"'`]/)
    }),
  )
})

test.each([
  ['/regions/a', '/regions/a'],
  ['https://example.org', 'https://example.org'],
  ['#lost', '#lost'],
  ['javascript:alert(1)', '#'],
  ['//elsewhere.example', '#'],
  ['/\\elsewhere.example', '#'],
  ['data:text/html,x', '#'],
])('%s becomes %s', (address, safe) => expect(safeHref(address)).toBe(safe))
