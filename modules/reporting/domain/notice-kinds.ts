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
      zh: '{{unit}}的《{{cycle}}》（{{period}}）{{due}}到期，已逾期{{days}}个工作日，现在{{step}}（{{people}}）。',
      en: '{{cycle}} ({{period}}) of {{unit}} was due on {{due}} and is {{days}} working day(s) late. It is {{step}}, with {{people}}.',
    },
    byMail: true,
  },
  urged: {
    kind: 'reporting.return-urged',
    name: { zh: '汇总单位催办', en: 'The lead bureau reminds' },
    text: {
      zh: '{{by}}催办：{{unit}}的《{{cycle}}》（{{period}}）{{due}}到期，现在{{step}}（{{people}}）。{{note}}',
      en: '{{by}} reminds you: {{cycle}} ({{period}}) of {{unit}}, due on {{due}}, is {{step}}, with {{people}}. {{note}}',
    },
    byMail: true,
  },
  arrived: {
    kind: 'reporting.return-arrived',
    name: { zh: '报表等您办理', en: 'A return waits for you' },
    text: {
      zh: '{{by}}送来{{unit}}的《{{cycle}}》（{{period}}），{{due}}到期，现在{{step}}，等您办理。',
      en: '{{by}} sent you {{cycle}} ({{period}}) of {{unit}}, due on {{due}}. It is {{step}} and waits for you.',
    },
    byMail: true,
  },
  sentBack: {
    kind: 'reporting.return-sent-back',
    name: { zh: '报表退回', en: 'A return was sent back' },
    text: {
      zh: '{{by}}退回了{{unit}}的《{{cycle}}》（{{period}}）：{{reason}}',
      en: '{{by}} sent {{cycle}} ({{period}}) of {{unit}} back: {{reason}}',
    },
    byMail: true,
  },
  accepted: {
    kind: 'reporting.return-accepted',
    name: { zh: '报表已汇总', en: 'A return was taken in' },
    text: {
      zh: '{{by}}已汇总{{unit}}的《{{cycle}}》（{{period}}）。',
      en: '{{by}} has taken in {{cycle}} ({{period}}) of {{unit}}.',
    },
    byMail: false,
  },
  correction: {
    kind: 'reporting.correction-opened',
    name: { zh: '已锁定的数据要更正', en: 'Locked figures are to be corrected' },
    text: {
      zh: '{{by}}要更正{{unit}}的《{{cycle}}》（{{period}}）：{{reason}}',
      en: '{{by}} is correcting {{cycle}} ({{period}}) of {{unit}}: {{reason}}',
    },
    byMail: false,
  },
  delegated: {
    kind: 'reporting.delegation-given',
    name: { zh: '同事请您代办', en: 'You stand in for a colleague' },
    text: {
      zh: '{{from}}请您代办{{unit}}的报送事项，至{{until}}。',
      en: '{{from}} asks you to stand in for reporting of {{unit}} until {{until}}.',
    },
    byMail: true,
  },
  handedOver: {
    kind: 'reporting.steps-handed-over',
    name: { zh: '报送工作交接给您', en: 'Reporting was handed over to you' },
    text: {
      zh: '{{unit}}的报送工作由{{from}}交接给您。',
      en: 'Reporting of {{unit}} was handed over to you by {{from}}.',
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
