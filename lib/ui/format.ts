/** How numbers, dates, periods and figures are written in Chinese and in English. Every screen uses these and no others. */
export * from './format-dates.ts'
export * from './format-figures.ts'
export * from './format-numbers.ts'
export * from './format-units.ts'
