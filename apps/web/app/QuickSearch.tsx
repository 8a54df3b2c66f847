import type { SearchResult } from '@opensti/plans/contract'
import { api, useLanguage } from '@opensti/ui/workbench'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AutoComplete, Input, type InputRef, Tag } from 'antd'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** One search for everything, two characters are enough; "/" brings the cursor here from anywhere. */
export function QuickSearch() {
  const { t } = useTranslation('shell')
  const { say } = useLanguage()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const query = useDeferredValue(text.trim())
  const input = useRef<InputRef>(null)
  const { data, isFetching } = useQuery({
    queryKey: ['search', query],
    queryFn: () => api<{ results: SearchResult[] }>('GET', `/api/search?q=${encodeURIComponent(query)}&limit=12`),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      input.current?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])

  const results = query === '' ? [] : (data?.results ?? [])
  return (
    <search className="quick-search">
      <AutoComplete
        value={text}
        onChange={setText}
        onSelect={(_value, option) => {
          setText('')
          void navigate({ to: option.href })
        }}
        options={results.map((result) => ({
          value: `${result.kind} ${result.id}`,
          href: result.href,
          label: (
            <span className="search-result">
              <Tag>{t(`kinds.${result.kind}`)}</Tag>
              <span>{say(result.title)}</span>
              <small>{say(result.context)}</small>
            </span>
          ),
        }))}
        notFoundContent={query !== '' && !isFetching ? t('searchEmpty') : null}
        popupMatchSelectWidth={420}
      >
        <Input
          ref={input}
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          title={t('searchHint')}
          allowClear
        />
      </AutoComplete>
    </search>
  )
}
