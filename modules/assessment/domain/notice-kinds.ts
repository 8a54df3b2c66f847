/** What assessment tells people, with its words. */
export const assessmentNotices = {
  shared: {
    kind: 'assessment.share-given',
    name: { zh: '下达了分解目标', en: 'A share of a target is given' },
    text: {
      zh: '{{from}}下达了“{{indicator}}”{{year}}年的分解目标，请{{receiver}}确认收到，有异议请写明。',
      en: '{{from}} gives {{receiver}} a share of “{{indicator}}” for {{year}}. Please confirm it, or say why you cannot take it on.',
    },
    byMail: true,
  },
  objected: {
    kind: 'assessment.share-objected',
    name: { zh: '对分解目标有异议', en: 'A receiver objects to its share' },
    text: {
      zh: '{{receiver}}对“{{indicator}}”{{year}}年的分解目标有异议，请研究后调整或答复。',
      en: '{{receiver}} objects to its share of “{{indicator}}” for {{year}}. Please look into it.',
    },
    byMail: true,
  },
  issued: {
    kind: 'assessment.formula-published',
    name: { zh: '考核办法公布', en: 'A formula is published' },
    text: {
      zh: '“{{title}}”的办法已公布（{{document}}），考核期{{period}}，{{unit}}参加考核。',
      en: 'The formula of “{{title}}” ({{document}}) is published for {{period}}; {{unit}} is assessed by it.',
    },
    byMail: true,
  },
  frozen: {
    kind: 'assessment.appeals-open',
    name: { zh: '考核数据固定，可以申诉', en: 'Inputs are frozen and appeals are open' },
    text: {
      zh: '“{{title}}”的数据已固定，{{unit}}的得分可以查看；如有异议，请在{{until}}前（含当日）申诉。',
      en: 'The inputs of “{{title}}” are frozen and the score of {{unit}} can be read. Appeals are open until the end of {{until}}.',
    },
    byMail: true,
  },
  appealed: {
    kind: 'assessment.appeal-made',
    name: { zh: '有申诉待答复', en: 'An appeal waits for its answer' },
    text: {
      zh: '{{unit}}对“{{title}}”的“{{line}}”提出申诉，请核实后答复；答复前不公布排名。',
      en: '{{unit}} appeals against “{{line}}” of “{{title}}”. No ranking is published before it is answered.',
    },
    byMail: true,
  },
  upheld: {
    kind: 'assessment.appeal-upheld',
    name: { zh: '申诉成立', en: 'An appeal is upheld' },
    text: {
      zh: '{{unit}}对“{{title}}”的“{{line}}”的申诉成立，数据已更正。',
      en: 'The appeal of {{unit}} against “{{line}}” of “{{title}}” is upheld and the figure corrected.',
    },
    byMail: true,
  },
  dismissed: {
    kind: 'assessment.appeal-dismissed',
    name: { zh: '申诉不成立', en: 'An appeal is dismissed' },
    text: {
      zh: '{{unit}}对“{{title}}”的“{{line}}”的申诉不成立，请看答复的理由。',
      en: 'The appeal of {{unit}} against “{{line}}” of “{{title}}” is dismissed; the answer says why.',
    },
    byMail: true,
  },
  published: {
    kind: 'assessment.ranking-published',
    name: { zh: '考核排名公布', en: 'A ranking is published' },
    text: {
      zh: '“{{title}}”的排名已公布：{{unit}}{{total}}分，第{{place}}名，共{{count}}个单位。',
      en: 'The ranking of “{{title}}” is published: {{unit}} has {{total}} points, place {{place}} of {{count}} units.',
    },
    byMail: true,
  },
} as const
