import { expect, it } from 'vitest'
import { sourceLines } from './source-lines.ts'

const mark = (position: number, start: number, end: number) => ({ position, start, end })

it('cuts a line at its marks and loses no character', () => {
  const text = '菜单\n一、目标\n到2030年企业达到500家,平台20个。'
  const lines = sourceLines(
    {
      start: 0,
      text,
      sections: [{ start: 3, end: text.length, number: '一、', title: '目标', level: 1 }],
      noise: [{ start: 0, end: 2, reason: 'menu' }],
      damage: [],
      candidates: [mark(0, 14, 22), mark(1, 20, 27)],
    },
    'zh',
  )
  expect(lines.map((line) => [line.noise, line.heading])).toEqual([
    [true, null],
    [false, 1],
    [false, null],
  ])
  expect(lines.map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual(text.split('\n'))
  expect(lines[2]!.pieces.map((piece) => piece.candidate)).toEqual([null, 0, 1, null])
})

it('shows a mark that lies in another, and the outer one on both sides of it', () => {
  const text = '是上年净增量(263家)的10倍多，居全国第二'
  const [line] = sourceLines(
    {
      start: 100,
      text,
      sections: [],
      noise: [],
      damage: [],
      candidates: [mark(0, 100, 117), mark(1, 107, 111), mark(2, 116, 124)],
    },
    'zh',
  )
  expect(line!.pieces.map(({ text: shown, candidate }) => [shown, candidate])).toEqual([
    ['是上年净增量(', 0],
    ['263家', 1],
    [')的10倍', 0],
    ['多，居全国第二', 2],
  ])
})
