import { type Route, route } from '@opensti/http'
import { personOf } from '@opensti/kernel'
import { z } from 'zod'
import {
  CycleCode,
  DecideRelease,
  PeriodText,
  ProposeRelease,
  RegionId,
  ReleaseDraft,
  ReleaseList,
  ReleaseView,
  TakeBackRelease,
} from '../contract.ts'
import { decideRelease } from './decide-release.ts'
import { releaseObject } from './policy-objects.ts'
import { proposeRelease } from './propose-release.ts'
import { retractRelease, withdrawRelease } from './take-back-release.ts'
import { getReleaseDraft } from './views/draft-view.ts'
import { getReleaseList, getReleaseView } from './views/release-views.ts'

const Region = z.object({ region: RegionId })
const Release = z.object({ release: z.uuid() })
const Wanted = z.object({ cycle: CycleCode.optional(), period: PeriodText.optional() })

const inRegion = async ({ params }: { params: { region: string } }) => ({ regionId: params.region })

/** What the workbench asks for. */
export const publicationRoutes: readonly Route[] = [
  route('GET /api/regions/:region/releases', 'publication.release.list', ['发布', 'Releases'], {
    params: Region,
    object: inRegion,
    answer: ReleaseList,
    handle: ({ db, params }) => getReleaseList(db, params.region),
  }),
  route(
    'GET /api/regions/:region/releases/draft',
    'publication.release.propose',
    ['拟发布的内容', 'What would be released'],
    {
      params: Region,
      query: Wanted,
      object: inRegion,
      answer: ReleaseDraft,
      handle: ({ db, params, query: { cycle, period } }) =>
        getReleaseDraft(db, params.region, cycle !== undefined && period !== undefined ? { cycle, period } : null),
    },
  ),
  route('POST /api/regions/:region/releases', 'publication.release.propose', ['拟定发布', 'Propose a release'], {
    params: Region,
    object: inRegion,
    body: ProposeRelease,
    answer: ReleaseView,
    handle: async ({ db, actor, params, body, requestId }) => {
      const { id } = await proposeRelease(db, actor, params.region, body, requestId)
      return getReleaseView(db, personOf(actor), id)
    },
  }),
  route('GET /api/releases/:release', 'publication.release.read', ['一次发布', 'A release'], {
    params: Release,
    object: ({ db, params }) => releaseObject(db, params.release),
    answer: ReleaseView,
    handle: ({ db, actor, params }) => getReleaseView(db, personOf(actor), params.release),
  }),
  route('POST /api/releases/:release/decision', 'publication.release.decide', ['批准或不批准', 'Approve or decline'], {
    params: Release,
    object: ({ db, params }) => releaseObject(db, params.release),
    body: DecideRelease,
    answer: ReleaseView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await decideRelease(db, actor, params.release, body, requestId)
      return getReleaseView(db, personOf(actor), params.release)
    },
  }),
  route('POST /api/releases/:release/withdrawal', 'publication.release.withdraw', ['撤回', 'Withdraw'], {
    params: Release,
    object: ({ db, params }) => releaseObject(db, params.release),
    body: TakeBackRelease,
    answer: ReleaseView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await withdrawRelease(db, actor, params.release, body, requestId)
      return getReleaseView(db, personOf(actor), params.release)
    },
  }),
  route('POST /api/releases/:release/retraction', 'publication.release.retract', ['撤下页面', 'Take the page down'], {
    params: Release,
    object: ({ db, params }) => releaseObject(db, params.release),
    body: TakeBackRelease,
    answer: ReleaseView,
    handle: async ({ db, actor, params, body, requestId }) => {
      await retractRelease(db, actor, params.release, body, requestId)
      return getReleaseView(db, personOf(actor), params.release)
    },
  }),
]
