import { accountsWords } from '@opensti/accounts/web'
import { assessmentWords } from '@opensti/assessment/web'
import { dashboardWords } from '@opensti/dashboard/web'
import { evaluationWords } from '@opensti/evaluation/web'
import { plansWords } from '@opensti/plans/words'
import { publicationWords } from '@opensti/publication/web'
import { reportingWords } from '@opensti/reporting/web'
import { supervisionWords } from '@opensti/supervision/web'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { shellWords } from './shell-words.ts'

const remembered = globalThis.localStorage?.getItem('opensti.language')

/** Chinese unless this browser chose English before. Each module brings its own words under its name. */
void i18next.use(initReactI18next).init({
  lng: remembered === 'en' ? 'en' : 'zh',
  fallbackLng: 'zh',
  resources: {
    zh: {
      shell: shellWords.zh,
      plans: plansWords.zh,
      accounts: accountsWords.zh,
      reporting: reportingWords.zh,
      supervision: supervisionWords.zh,
      dashboard: dashboardWords.zh,
      publication: publicationWords.zh,
      assessment: assessmentWords.zh,
      evaluation: evaluationWords.zh,
    },
    en: {
      shell: shellWords.en,
      plans: plansWords.en,
      accounts: accountsWords.en,
      reporting: reportingWords.en,
      supervision: supervisionWords.en,
      dashboard: dashboardWords.en,
      publication: publicationWords.en,
      assessment: assessmentWords.en,
      evaluation: evaluationWords.en,
    },
  },
  defaultNS: 'shell',
  interpolation: { escapeValue: false },
})

export function chooseLanguage(language: 'zh' | 'en'): void {
  localStorage.setItem('opensti.language', language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  void i18next.changeLanguage(language)
}

document.documentElement.lang = i18next.language === 'en' ? 'en' : 'zh-CN'
