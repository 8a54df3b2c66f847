/** What reporting tells people, with its words. `step` is where the return is; `people` are those it waits for. */
export const reportingNotices = {
  soon: {
    kind: 'reporting.return-soon',
    name: { zh: '报表将到期', en: 'A return falls due' },
    text: {
      zh: '{{unit}}的《{{cycle}}》（{{period}}）{{due}}到期，还有{{days}}个工作日，现在{{step}}，等您办理。',
      en: '{{cycle}} ({{period}}) of {{unit}} is due on {{due}}, in {{days}} working day(s). It is {{step}} and waits for you.',
    },
    byMail: true,
  },
  today: {
    kind: 'reporting.return-today',
    name: { zh: '报表今天到期', en: 'A return is due today' },
    text: {
      zh: '{{unit}}的《{{cycle}}》（{{period}}）今天（{{due}}）到期，现在{{step}}，等您办理。',
      en: '{{cycle}} ({{period}}) of {{unit}} is due today, {{due}}. It is {{step}} and waits for you.',
    },
    byMail: true,
  },
  late: {
    kind: 'reporting.return-late',
    name: { zh: '报表已逾期', en: 'A return is late' },
    text: {
      zh: '{{unit}}的《{{cycle}}》（{{period}}）{{due}}到期，已逾期{{days}}个工作日，现在{{step}}，请尽快办理。',
      en: '{{cycle}} ({{period}}) of {{unit}} was due on {{due}} and is {{days}} working day(s) late. It is {{step}}; please act on it.',
    },
    byMail: true,
  },
  returned: {
    kind: 'reporting.return-returned',
    name: { zh: '退回补充的报表未再报', en: 'A return sent back has not come again' },
    text: {
      zh: '{{unit}}的《{{cycle}}》（{{period}}）退回补充已{{days}}个工作日，现在{{step}}，请补充后再报。',
      en: '{{cycle}} ({{period}}) of {{unit}} was returned for completion {{days}} working day(s) ago. It is {{step}}; please complete it.',
    },
    byMail: true,
  },
  leader: {
    kind: 'reporting.unit-late',
    name: { zh: '本单位报表逾期', en: 'A return of your unit is late' },
    text: {
      zh: '{{unit}}的《{{cycle}}》（{{period}}）{{due}}到期，已逾期{{days}}个工作日，现在{{step}}，经办：{{people}}。',
      en: '{{cycle}} ({{period}}) of {{unit}} was due on {{due}} and is {{days}} working day(s) late. It is {{step}}, with {{people}}.',
    },
    byMail: true,
  },
  urged: {
    kind: 'reporting.return-urged',
    name: { zh: '汇总单位催办', en: 'The lead bureau reminds' },
    text: {
      zh: '{{by}}催办：{{unit}}的《{{cycle}}》（{{period}}）{{due}}到期，现在{{step}}，经办：{{people}}。{{note}}',
      en: '{{by}} reminds you: {{cycle}} ({{period}}) of {{unit}}, due on {{due}}, is {{step}}, with {{people}}. {{note}}',
    },
    byMail: true,
  },
  stale: {
    kind: 'reporting.value-stale',
    name: { zh: '指标数据该更新了', en: 'Figures have grown old' },
    text: {
      zh: '{{count}}项指标的最新数据已超过应更新的时间：{{names}}。',
      en: 'The latest figures of {{count}} indicator(s) are older than their frequency allows: {{names}}.',
    },
    byMail: false,
  },
} as const
