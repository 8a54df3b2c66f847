import type { StatusKey } from '@opensti/ui'
import type { Story } from '../../contract.ts'

/** What each kind of story looks like: the mark repeats what the word says. */
export const storyMarks: Record<Story['kind'], StatusKey> = {
  'passed-early': 'reached',
  far: 'far-behind',
  missed: 'missed',
  disagree: 'behind',
  unknown: 'no-data',
  lost: 'no-data',
}
