/**
 * Words that field names may use beside the terms of GLOSSARY.md: what any program says of any thing. A word of the trade
 * does not belong here but in the glossary, with its Chinese.
 */
export const plainWords: ReadonlySet<string> = new Set(
  [
    // What it is called, where it is, which one of many.
    'id code names title label description text note summary detail context kind level group purpose topic',
    'href link file email token digest line position depth head parent children zh en',
    // How many, from where to where.
    'total counts length limit more rows entries pieces results next last latest oldest current new other others',
    'from until start end on at by before after above per now date year created seen locked attempts version',
    // How it stands.
    'state open sure done allowed already missing intact found given gave up due waiting failing sealed unsealed unnoted',
    'published read decided changed moved replaced damaged invented comparable staged published observed computed',
    'expires started ended must needed error problem fault because reason refused query request object actor verb scope what about',
    // What one is told, and by which way.
    'unseen made mail address reach enabled wanted renew renewed listed outcome milliseconds office phone',
    'told only hears as again come reached passed language format',
    // What one may, who has it, how far it has come.
    'may correct lockable collated opened absent behalf late filled held waits for since sent back earlier way size added',
    'removed former followed list taken same breaks off stopped submitted accepted worked known members day first answer answered asked numbered left',
    // How old a copy is, and how it fared.
    'bytes checked failed restored scheduled schedule hour keep warn is too old',
    // What a head asks.
    'why said who needs today red amber rests hindrance returned',
    // Where on a sheet, and what an upload does to it.
    'into top bottom left right hidden map saved accept undo was becomes empty foreign',
    // What goes out and what stays back, by whose clock.
    'shown leave out server',
    // How the house counts its own writes.
    'writes committed retried replayed characters',
    // Parts of a comparison, a story, a history.
    'says facts gap bases aliases joins responsible coop source places stories value2',
  ].flatMap((line) => line.split(' ')),
)
