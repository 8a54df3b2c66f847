import type { SearchResult } from '@opensti/plans/contract'
import { api, useLanguage } from '@opensti/ui/workbench'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { AutoComplete, Grid, Input, type InputRef, Tag } from 'antd'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** One search for everything, two characters are enough; "/" brings the cursor here from anywhere. */
export function QuickSearch() {
  const { t } = useTranslation('shell')
  const { say } = useLanguage()
  const navigate = useNavigate()
  const wide = Grid.useBreakpoint().lg
  // As many as fit below the field without scrolling.
  const limit = wide ? 12 : 8
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const query = useDeferredValue(text.trim())
  const input = useRef<InputRef>(null)
  const place = useRef<HTMLElement>(null)
  const { data, isFetching } = useQuery({
    queryKey: ['search', query, limit],
    queryFn: () => api<{ results: SearchResult[] }>('GET', `/api/search?q=${encodeURIComponent(query)}&limit=${limit}`),
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

  const left = place.current?.getBoundingClientRect().left ?? 0
  const results = query === '' ? [] : (data?.results ?? [])
  const found = results.map((result) => ({
    value: keyOf(result),
    label: (
      <span className="search-result">
        <Tag>{t(`kinds.${result.kind}`)}</Tag>
        <span>{say(result.title)}</span>
        <small>{say(result.context)}</small>
      </span>
    ),
  }))
  const isEmpty = query !== '' && !isFetching && results.length === 0
  return (
    <search className="quick-search" ref={place}>
      <AutoComplete
        value={text}
        onChange={setText}
        onSelect={(chosen) => {
          const result = results.find((one) => keyOf(one) === chosen)
          if (!result) return
          setText('')
          input.current?.blur()
          void navigate({ to: result.href })
        }}
        options={found}
        // Opened once there is something in it, the list has its first entry ready for the Enter key.
        open={open && found.length > 0}
        onOpenChange={setOpen}
        virtual={false}
        defaultActiveFirstOption
        getPopupContainer={() => place.current ?? document.body}
        popupMatchSelectWidth={Math.min(560, innerWidth - left - 8)}
        listHeight={640}
      >
        <Input
          ref={input}
          type="search"
          aria-label={t('search')}
          placeholder={t(wide ? 'search' : 'searchShort')}
          title={t('searchHint')}
          allowClear
        />
      </AutoComplete>
      <p role="status" className={isEmpty && open ? 'search-none' : 'hidden'}>
        {isEmpty && t('searchEmpty')}
      </p>
    </search>
  )
}

/** Ids are unique within their kind only. */
function keyOf({ kind, id }: SearchResult): string {
  return `${kind} ${id}`
}
