import { expect, it } from 'vitest'
import { sourceLines } from './source-lines.ts'

const mark = (id: string, start: number, end: number) => ({ id, start, end }) as never

it('cuts a line at its marks and loses no character', () => {
  const text = '菜单\n一、目标\n到2030年企业达到500家,平台20个。'
  const lines = sourceLines(
    {
      text,
      sections: [{ start: 3, end: text.length, number: '一、', title: '目标', level: 1 }],
      noise: [{ start: 0, end: 2, reason: 'menu' }],
      damage: [],
      candidates: [mark('a', 14, 22), mark('b', 20, 27)],
    },
    'zh',
  )
  expect(lines.map((line) => [line.noise, line.heading])).toEqual([
    [true, null],
    [false, 1],
    [false, null],
  ])
  expect(lines.map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual(text.split('\n'))
  expect(lines[2]!.pieces.map((piece) => piece.candidateId)).toEqual([null, 'a', 'b', null])
})
