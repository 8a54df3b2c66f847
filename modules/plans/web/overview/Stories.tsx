import { Section, StatusMark } from '@opensti/ui/workbench'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { RegionView } from '../../contract.ts'
import { storyMarks } from '../../portal/parts/story-marks.ts'
import { useVoice } from '../use-voice.ts'

type Story = RegionView['stories'][number]

const first = 6

/** The few facts worth telling first; kinds take turns, so that four stories are not four of one kind. */
export function Stories({ stories }: { stories: readonly Story[] }) {
  const { text, say } = useVoice()
  const [all, setAll] = useState(false)
  if (stories.length === 0) return null
  const shown = takingTurns(stories).slice(0, all ? undefined : first)
  return (
    <Section id="stories" title={text.stories} count={stories.length}>
      <ul className="stories">
        {shown.map((story) => (
          <li key={`${story.kind} ${story.text.zh}`}>
            <span className="story-kind">
              <StatusMark status={storyMarks[story.kind]} word={text.storyKinds[story.kind]} />
            </span>
            <Link to={story.href}>{say(story.text)}</Link>
          </li>
        ))}
      </ul>
      {!all && stories.length > first && (
        <Button type="link" className="flush" onClick={() => setAll(true)}>
          {text.moreStories(stories.length - first)}
        </Button>
      )}
    </Section>
  )
}

function takingTurns(stories: readonly Story[]): Story[] {
  const kinds = [...new Set(stories.map((story) => story.kind))]
  const queues = kinds.map((kind) => stories.filter((story) => story.kind === kind))
  const longest = Math.max(...queues.map((queue) => queue.length))
  return Array.from({ length: longest }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat()
}
