import { describe, expect, it } from 'vitest'
import { type Actor, visitor } from './actor.ts'
import { Policy } from './policy.ts'

const policy = new Policy([
  { action: 'plan.read', who: 'anyone', relation: 'everywhere', states: ['published'] },
  { action: 'plan.read', who: ['planner'], relation: 'own-region' },
  { action: 'value.draft', who: ['reporter'], relation: 'own-unit', states: ['open'] },
  { action: 'profile.change', who: 'signed-in', relation: 'self' },
])

const person = (role: string, regionId = 'north', unitId: string | null = 'science'): Actor => ({
  kind: 'person',
  personId: 'mei',
  sessionId: 's',
  name: 'Mei',
  grants: [{ role, regionId, unitId }],
})

describe('the table of who may do what', () => {
  it.each([
    ['a visitor reads what is published', visitor, 'plan.read', { state: 'published' }, 'allowed'],
    ['a visitor learns nothing of a draft', visitor, 'plan.read', { state: 'draft', regionId: 'north' }, 'not-found'],
    [
      'a planner reads a draft of her region',
      person('planner'),
      'plan.read',
      { state: 'draft', regionId: 'north' },
      'allowed',
    ],
    [
      'a planner of another region learns nothing',
      person('planner', 'south'),
      'plan.read',
      { state: 'draft', regionId: 'north' },
      'not-found',
    ],
    [
      'a reporter writes for her unit',
      person('reporter'),
      'value.draft',
      { unitIds: ['science'], state: 'open' },
      'allowed',
    ],
    [
      'not once it is locked',
      person('reporter'),
      'value.draft',
      { unitIds: ['science'], state: 'locked' },
      'forbidden',
    ],
    ['not for another unit', person('reporter'), 'value.draft', { unitIds: ['finance'], state: 'open' }, 'not-found'],
    [
      'without the role it is forbidden',
      person('planner'),
      'value.draft',
      { unitIds: ['science'], state: 'open' },
      'forbidden',
    ],
    ['anyone changes her own profile', person('planner'), 'profile.change', { personId: 'mei' }, 'allowed'],
    ['and nobody else’s', person('planner'), 'profile.change', { personId: 'lin' }, 'not-found'],
    ['an action without a line is refused', person('planner'), 'plan.burn', { regionId: 'north' }, 'forbidden'],
    ['an object without a region ties nobody', person('planner'), 'plan.read', { state: 'draft' }, 'not-found'],
  ] as const)('%s', (_title, actor, action, object, answer) => {
    expect(policy.decide(actor, action, object)).toBe(answer)
  })
})
