import type { StatusKey } from './tokens.ts'

/**
 * How the eight statuses are said and drawn. The word carries the meaning, the shape repeats it for the eye,
 * the colour comes last. Shapes are drawn in a box of 16 by 16; `line` is stroked, `solid` is filled.
 */
export interface StatusMark {
  word: { zh: string; en: string }
  meaning: { zh: string; en: string }
  solid: string
  line: string
}

export const statusMarks: Record<StatusKey, StatusMark> = {
  reached: {
    word: { zh: '已达到', en: 'Reached' },
    meaning: { zh: '已达到目标', en: 'The target has been reached' },
    solid: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.2 3.9L7 9.4 4.9 7.3 3.7 8.6l3.4 3.3 5.4-5.8Z',
    line: '',
  },
  ahead: {
    word: { zh: '超前', en: 'Ahead' },
    meaning: { zh: '快于序时进度', en: 'Further than the path asks for' },
    solid: 'M8 1.5 14.5 8h-4v6.5h-5V8h-4Z',
    line: '',
  },
  'on-track': {
    word: { zh: '正常', en: 'On track' },
    meaning: { zh: '符合序时进度', en: 'As far as the path asks for' },
    solid: 'M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z',
    line: 'M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2Z',
  },
  'not-yet': {
    word: { zh: '尚未达到', en: 'Not reached yet' },
    meaning: {
      zh: '还没有达到目标；起点未知或目标不按时间推进，所以不判断快慢',
      en: 'Not there yet; without a start, or a path, nothing is said about its pace',
    },
    solid: 'M8 1.2a6.8 6.8 0 0 0 0 13.6Z',
    line: 'M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2Z',
  },
  behind: {
    word: { zh: '滞后', en: 'Behind' },
    meaning: { zh: '慢于序时进度', en: 'Less far than the path asks for' },
    solid: '',
    line: 'M2 3.5h12L8 13.5Z',
  },
  'far-behind': {
    word: { zh: '明显滞后', en: 'Far behind' },
    meaning: { zh: '明显慢于序时进度', en: 'Much less far than the path asks for' },
    solid: 'M1.2 2.5h13.6L8 14.5Z',
    line: '',
  },
  missed: {
    word: { zh: '未达到', en: 'Missed' },
    meaning: { zh: '到期未达到目标', en: 'Time is up and the target was not reached' },
    solid: 'M3.6 1.5 8 5.9l4.4-4.4 2.1 2.1L10.1 8l4.4 4.4-2.1 2.1L8 10.1l-4.4 4.4-2.1-2.1L5.9 8 1.5 3.6Z',
    line: '',
  },
  'no-data': {
    word: { zh: '暂无数据', en: 'No data' },
    meaning: { zh: '还没有可用的数据', en: 'No value has been published yet' },
    solid: 'M4.5 7.1h7v1.8h-7Z',
    line: 'M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2Z',
  },
}
