/**
 * The relations that a person found in the 2016 report of the seeds by reading it line by line, written without looking
 * at what the checks find. Numbers are named as "digits#occurrence" in the whole text, so no sentence of the source is
 * kept here. `holds` judges changed values by itself, on the strict rounding of the written decimals.
 */
export interface Relation {
  about: string
  /** exact: every changed digit breaks it; rounded: changes beyond the rounding do; bound: only an inequality. */
  class: 'exact' | 'rounded' | 'bound'
  numbers: string[]
  holds: (values: number[]) => boolean
  /** The unchanged source already breaks it. */
  broken?: true
}

const equal = ([a, b]: number[]) => a === b
const near = (expected: number, stated: number, half: number) => Math.abs(expected - stated) <= half + 1e-9
const growth =
  (half: number) =>
  ([increase, total, rate]: number[]) =>
    near((increase! / (total! - increase!)) * 100, rate!, half)
const share =
  (half: number) =>
  ([part, whole, rate]: number[]) =>
    near((part! / whole!) * 100, rate!, half)
const atMost = ([part, whole]: number[]) => part! <= whole!
const successive = (years: number[]) => years.every((year, at) => at === 0 || year === years[at - 1]! + 1)
/** Years in a row may also be told from the latest back. */
const inARow = (years: number[]) => successive(years) || successive(years.toReversed())
/** Some whole number has this part as this share of it, rounded to one decimal. */
const someWhole = ([part, rate]: number[]) => {
  if (!rate || rate > 100) return false
  const [fewest, most] = [(part! * 100) / (rate + 0.05), (part! * 100) / (rate - 0.05)]
  return Math.floor(most + 1e-9) >= Math.ceil(fewest - 1e-9)
}

export const RELATIONS: Relation[] = [
  {
    about: '2015 total + net increase = 2016 total',
    class: 'exact',
    numbers: ['1919#1', '2823#1', '4742#1'],
    holds: ([a, b, c]) => a! + b! === c,
  },
  {
    about: 'net increase as a multiple of 2015, 多',
    class: 'rounded',
    numbers: ['2823#1', '263#1', '10#1'],
    holds: ([a, b, k]) => Math.floor(a! / b!) === k,
  },
  {
    about: 'total as a multiple of 2015',
    class: 'rounded',
    numbers: ['4742#1', '1919#1', '2.5#1'],
    holds: ([a, b, k]) => near(a! / b!, k!, 0.05),
  },
  { about: 'net increase said twice', class: 'exact', numbers: ['2823#1', '2823#2'], holds: equal },
  { about: 'total said twice', class: 'exact', numbers: ['4742#1', '4742#2'], holds: equal },
  { about: '2015 increase said twice', class: 'exact', numbers: ['263#1', '263#2'], holds: equal },
  { about: 'year of the 2015 increase said twice', class: 'exact', numbers: ['2015#1', '2015#6'], holds: equal },
  {
    about: 'net increase as a multiple of 2015, cut or rounded',
    class: 'rounded',
    numbers: ['2823#2', '263#2', '10#3'],
    holds: ([a, b, k]) => Math.floor(a! / b!) === k || Math.round(a! / b!) === k,
  },
  { about: 'three years in a row', class: 'exact', numbers: ['2014#1', '2015#3', '2016#3'], holds: inARow },
  {
    about: 'leverage, 近',
    class: 'rounded',
    numbers: ['10.19#1', '290#1', '30#1'],
    holds: ([own, drawn, k]) => drawn! / own! <= k! && (drawn! / own!) * 1.12 >= k!,
  },
  { about: 'new board listings said twice', class: 'exact', numbers: ['203#1', '203#2'], holds: equal },
  { about: 'total board listings said twice', class: 'exact', numbers: ['347#1', '347#2'], holds: equal },
  { about: 'risk fund said twice', class: 'exact', numbers: ['4#1', '4#5'], holds: equal },
  { about: 'credit granted said twice', class: 'exact', numbers: ['42.47#1', '42.47#2'], holds: equal },
  {
    about: 'loan cases said twice, once as enterprises and once as applications',
    class: 'exact',
    numbers: ['418#1', '418#2'],
    holds: equal,
    broken: true,
  },
  { about: 'new incubators said twice', class: 'exact', numbers: ['73#1', '73#2'], holds: equal },
  { about: 'incubators said twice', class: 'exact', numbers: ['192#1', '192#2'], holds: equal },
  { about: 'incubator area said twice', class: 'exact', numbers: ['840#1', '840#2'], holds: equal },
  { about: 'new maker spaces said twice', class: 'exact', numbers: ['80#1', '80#2'], holds: equal },
  { about: 'maker spaces said twice', class: 'exact', numbers: ['115#1', '115#2'], holds: equal },
  { about: 'growth of incubators', class: 'rounded', numbers: ['73#1', '192#1', '61#1'], holds: growth(0.5) },
  { about: 'growth of maker spaces', class: 'rounded', numbers: ['80#1', '115#1', '229#1'], holds: growth(0.5) },
  { about: 'pass rate', class: 'rounded', numbers: ['3251#1', '3935#1', '82.62#1'], holds: share(0.005) },
  {
    about: 'passed less renewals = net increase',
    class: 'exact',
    numbers: ['3251#1', '428#1', '2823#2'],
    holds: ([a, b, c]) => a! - b! === c,
  },
  { about: 'national incubators are among all', class: 'bound', numbers: ['21#2', '192#2'], holds: atMost },
  {
    about: 'maker spaces in the national system are among all',
    class: 'bound',
    numbers: ['45#1', '115#2'],
    holds: atMost,
  },
  {
    about: 'large industrial enterprises are among those with laboratories',
    class: 'bound',
    numbers: ['755#1', '2100#1'],
    holds: atMost,
  },
  { about: 'new research institutes are among all', class: 'bound', numbers: ['16#2', '44#1'], holds: atMost },
  { about: 'new exchange listings are among all', class: 'bound', numbers: ['1284#1', '2728#1'], holds: atMost },
  { about: 'two years in a row', class: 'exact', numbers: ['2014#3', '2015#7'], holds: inARow },
  {
    about: 'laboratories by level',
    class: 'exact',
    numbers: ['19#1', '191#1', '147#1', '357#1'],
    holds: ([a, b, c, sum]) => a! + b! + c! === sum,
  },
  {
    about: 'listing finance against the two years before, 多',
    class: 'rounded',
    numbers: ['8000#1', '24.9#1', '49.26#1', '1.9#1'],
    holds: ([a, b, c, k]) => c! / (a! / 10_000 + b! - 0.05) >= k! && c! / (a! / 10_000 + b! + 0.05) < k! + 0.1,
  },
  { about: 'years of listing finance', class: 'exact', numbers: ['2014#4', '2015#8', '2016#10'], holds: successive },
  {
    about: 'provincial share, first talent programme',
    class: 'rounded',
    numbers: ['46#1', '47.9#1'],
    holds: someWhole,
  },
  {
    about: 'provincial share, second talent programme',
    class: 'rounded',
    numbers: ['52#1', '74.3#1'],
    holds: someWhole,
  },
  {
    about: 'provincial share, third talent programme',
    class: 'rounded',
    numbers: ['249#1', '75.2#1'],
    holds: someWhole,
  },
  { about: 'provincial share, outstanding talents', class: 'rounded', numbers: ['16#4', '94.1#1'], holds: someWhole },
  { about: 'outstanding talents are among the programme', class: 'bound', numbers: ['16#4', '249#1'], holds: atMost },
  { about: 'three-year plan', class: 'exact', numbers: ['2015#11', '2017#2'], holds: ([a, b]) => b! - a! + 1 === 3 },
  { about: 'provincial share, service enterprises', class: 'rounded', numbers: ['58#1', '53.7#1'], holds: someWhole },
  { about: 'awards with enterprises', class: 'rounded', numbers: ['66#1', '95#1', '69#1'], holds: share(0.5) },
  {
    about: 'awards to enterprises alone',
    class: 'rounded',
    numbers: ['31#1', '95#1', '32#1'],
    holds: share(0.5),
    broken: true,
  },
  {
    about: 'fewer items to declare',
    class: 'rounded',
    numbers: ['155#1', '96#1', '38.1#1'],
    holds: ([a, b, r]) => near(((a! - b!) / a!) * 100, r!, 0.05),
  },
  { about: 'the rank rose', class: 'bound', numbers: ['25#2', '47#1'], holds: ([now, then]) => now! < then! },
  {
    about: 'documents received are among documents handled',
    class: 'bound',
    numbers: ['8534#1', '12568#1'],
    holds: atMost,
  },
  { about: 'first year of the thirteenth plan', class: 'exact', numbers: ['2016#2'], holds: ([year]) => year === 2016 },
  { about: 'summary of one year, plan of the next', class: 'exact', numbers: ['2016#1', '2017#1'], holds: successive },
  {
    about: 'two values of 80 %',
    class: 'exact',
    numbers: ['2#2', '80#5', '80#6', '80#7'],
    holds: ([n, a, b, c]) => n === 2 && a === b && b === c,
  },
  { about: 'four items listed', class: 'exact', numbers: ['4#8'], holds: ([n]) => n === 4 },
  { about: 'name of the policy package', class: 'exact', numbers: ['1#2', '1#4'], holds: equal },
  { about: 'name of the policy package, second number', class: 'exact', numbers: ['9#3', '9#4'], holds: equal },
  { about: 'the talent package is one opinion and four papers', class: 'exact', numbers: ['4#6', '4#7'], holds: equal },
]
