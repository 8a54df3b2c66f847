import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardNumber, checkDigit } from './number-kinds.ts'
import { findPersonalData } from './personal-data.ts'

const kinds = (text: string, names?: string[]) =>
  findPersonalData(text, names).map((one) => `${one.kind}${one.certain ? '' : '?'}`)

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))
const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([second, rest]) => `1${second}${rest}`)
const resident = fc
  .tuple(
    fc.constantFrom('110101', '440106', '310115', '650102'),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2015-12-31'), noInvalidDate: true }),
    digits(3),
  )
  .map(([area, day, serial]) => {
    const seventeen = `${area}${day.toISOString().slice(0, 10).replaceAll('-', '')}${serial}`
    return `${seventeen}${checkDigit(seventeen)}`
  })
const card = fc.tuple(fc.constantFrom('622848', '601382', '421349', '521899'), digits(9)).map(([scheme, rest]) => {
  const all = Array.from({ length: 10 }, (_, last) => `${scheme}${rest}${last}`)
  return all.find(cardNumber)!
})
const fullWidth = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const around = fc.constantFrom(['', ''], ['联系人电话', '。'], ['请致电：', '，谢谢'], ['tel ', ' now'])
const disguise = fc.constantFrom<(number: string, sizes: readonly number[]) => string>(
  (number) => number,
  fullWidth,
  (number, sizes) => grouped(number, sizes, '-'),
  (number, sizes) => grouped(number, sizes, ' '),
  (number, sizes) => fullWidth(grouped(number, sizes, '－')),
  (number) => [...number].join('\u200b'),
  (number) => [...number].join(' '),
)
function grouped(number: string, sizes: readonly number[], by: string): string {
  const starts = sizes.map((_, at) => sizes.slice(0, at).reduce((sum, size) => sum + size, 0))
  return sizes.map((size, at) => number.slice(starts[at], starts[at]! + size)).join(by)
}

describe('personal data in a text', () => {
  it('is found however it is written: full-width, set apart, with signs nobody sees', () => {
    const cases = fc.oneof(
      fc.record({ number: mobile, sizes: fc.constant([3, 4, 4]), kind: fc.constant('mobile') }),
      fc.record({ number: resident, sizes: fc.constant([6, 8, 4]), kind: fc.constant('resident-number') }),
      fc.record({ number: card, sizes: fc.constant([4, 4, 4, 4]), kind: fc.constant('card') }),
    )
    fc.assert(
      fc.property(cases, disguise, around, ({ number, sizes, kind }, write, [before, after]) => {
        const text = `${before}${write(number, sizes)}${after}`
        const [found, ...more] = findPersonalData(text)
        expect(more).toEqual([])
        expect(found).toMatchObject({ kind, certain: true })
        expect(
          text
            .slice(found!.start, found!.end)
            .normalize('NFKC')
            .replace(/[^0-9X]/g, ''),
        ).toBe(number)
      }),
      { numRuns: 2000 },
    )
  })

  it('is never shown whole', () => {
    fc.assert(
      fc.property(fc.oneof(mobile, resident, card), (number) => {
        expect(findPersonalData(number)[0]!.shown).not.toContain(number.slice(3, -2))
      }),
    )
  })

  it('takes a wrong check digit for a slip of the pen, and asks', () => {
    fc.assert(
      fc.property(resident, fc.integer({ min: 1, max: 9 }), (number, shift) => {
        const last = number.endsWith('X') ? String(shift) : String((Number(number.at(-1)) + shift) % 10)
        expect(kinds(`${number.slice(0, 17)}${last}`)).toEqual(['resident-number?'])
      }),
    )
  })

  it.each([
    ['联系人：13800138000', ['mobile']],
    ['手机＋８６　１３８　００１３　８０００', ['mobile']],
    ['电话：一三八零零一三八零零零', ['mobile']],
    ['咨询电话 0755-82012345', ['landline?']],
    ['咨询电话（0990）8201234', ['landline?']],
    ['陈梅 0755-82012345', ['name-with-number', 'landline?']],
    ['证件号 440106710203001', ['resident-number']],
    ['440106710203001', ['resident-number?']],
    ['11010519491231002X', ['resident-number']],
    ['11010519491231002ｘ', ['resident-number']],
    ['护照号码：E12345678', ['passport']],
    ['编号 E12345678', ['passport?']],
    ['zhang.san@mail.example.com', ['mail-address']],
    ['kjj＠lakeside.gov.cn', ['mail-address?']],
    ['卡号 6228480402564890018', ['card']],
    // Set apart in other ways than usual.
    ['138 00 138 000', ['mobile']],
    ['13800 138000', ['mobile?']],
    ['手机 13800 138000', ['mobile']],
    ['138-0013-80-00', ['mobile']],
    ['13800-138-000', ['mobile']],
    ['138，0013，8000', ['mobile']],
    ['联系 138、0013、8000', ['mobile']],
    ['138\n0013\n8000', ['mobile']],
    ['138\r\n0013\r\n8000', ['mobile']],
    ['1-380-013-8000', ['mobile?']],
    ['1三8零零1三8零零零', ['mobile']],
    ['壹叁捌零零壹叁捌零零零', ['mobile']],
    ['一三八 零零一三 八零零零', ['mobile']],
    ['440106-1985-01-01-1231', ['resident-number?']],
    ['110105-1949-12-31-002X', ['resident-number']],
    ['11010519491231002 X', ['resident-number']],
    ['440106，19850101，1237', ['resident-number']],
    ['110105，19491231，002X', ['resident-number']],
    ['证件 440106 71 02 03 001', ['resident-number']],
    ['陈梅，电话8201234', ['name-with-number', 'landline?']],
    ['联系人：张小三，8201234，电话 8201234', ['name-with-number?', 'landline?']],
    ['张三@163.com', ['mail-address']],
    ['x[at]163.com', ['mail-address']],
    ['x（at）163.com', ['mail-address']],
    ['台胞证 12345678', ['passport']],
    ['家庭住址：湖滨路18号', ['home-address']],
    ['学院街道湖滨路18号2栋3单元501室', ['home-address?']],
  ])('%s', (text, expected) => {
    expect(kinds(text, ['陈梅'])).toEqual(expected)
  })

  it.each([
    '2021 2022 2023 2024 2025',
    '全市地区生产总值 4217.36 亿元，增长 5.6%',
    '技术合同成交额13812345678元',
    '湖府〔2026〕12号',
    '统一社会信用代码 91440101MA5CXX1234',
    '13,812,345,678',
    '3.13812345678',
    '陈梅主持会议',
    '服务热线12345',
    '2026-11-23 08:30:00',
    '完成率分别为 101.2 99.8 97.5 104.1',
    '高新技术企业1480家，科技型中小企业3388家',
    '湖府〔2026〕9号',
    '粤科规字〔2026〕138号',
    '12440106455345678X',
    '各县区分别为1384、1520、1660、1702、980家',
    '1384，1520，166家',
    '1384.5 2020.25',
    '1384 1520 1660 1702 980 1130 2250',
    '1384\n1520\n1660\n1702\n980\n1130\n2250',
    '13,800,138,000',
    '138,001 380,002 155,120',
    '补助15000-200000元',
    '2026年11月13日08:30—12:00',
    '2026-11-13 08:30:00 2026-11-15 18:00:00',
    '2026.11.13—2026.12.31',
    '目标1300—1500家，2025年1480家',
    'ISBN 978-7-302-51234-5',
    '办公地址：湖滨路18号，邮编 441000',
    '12345热线受理',
    '第138、139、150、155项',
  ])('leaves alone: %s', (text) => {
    expect(kinds(text, ['陈梅']).filter((kind) => !text.includes('13812345678') || kind !== 'mobile?')).toEqual([])
  })

  it('finds nothing in tables of figures, and is done with long ones at once', () => {
    const cell = fc.oneof(
      fc.integer({ min: 0, max: 99_999 }).map(String),
      fc.integer({ min: 2015, max: 2030 }).map(String),
    )
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 8, maxLength: 40 }),
        fc.constantFrom(' ', '\n', '，', '、', '\t'),
        (row, by) => {
          const text = row.map((figure) => `${Number(figure)}`).join(by)
          expect(findPersonalData(text).filter((one) => one.certain)).toEqual([])
        },
      ),
      { numRuns: 500, seed: 7 },
    )
    const began = performance.now()
    findPersonalData(Array.from({ length: 20_000 }, (_, at) => String(1000 + at)).join(' '))
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('asks about a number of eleven digits that counts something', () => {
    expect(kinds('成交额13812345678元')).toEqual(['mobile?'])
  })

  it('finds nothing in figures as reports write them', () => {
    const figure = fc.tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.float({ min: 0, max: 99999, noNaN: true }),
      fc.constantFrom('亿元', '家', '%', '人', '件'),
    )
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 8 }), (list) => {
        const text = list.map(([year, value, unit]) => `${year}年${value.toFixed(2)}${unit}`).join('，')
        expect(findPersonalData(text)).toEqual([])
      }),
    )
  })
})

const seeds = join(import.meta.dirname, '../../../..', 'shared', 'seeds')

describe.skipIf(!existsSync(seeds))(
  `five published papers${existsSync(seeds) ? '' : ' (not run: no ../shared here)'}`,
  () => {
    it('hold nothing but the address and the telephone number to which the public may write and call', () => {
      const found = readdirSync(seeds)
        .filter((name) => name.endsWith('.txt'))
        .flatMap((name) => findPersonalData(readFileSync(join(seeds, name), 'utf8')))
      expect(found.map((one) => one.kind).sort()).toEqual(['landline', 'mail-address'])
    })
  },
)
