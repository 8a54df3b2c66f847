import { sessionQuery } from '@opensti/accounts/session'
import {
  AccountScreen,
  AuditScreen,
  InvitationScreen,
  LevelThreeScreen,
  NoticesScreen,
  OperationsScreen,
  OutsideScreen,
  PeopleScreen,
  RecoveryScreen,
  SignInScreen,
  WebhookScreen,
} from '@opensti/accounts/web'
import {
  AssessmentScreen,
  AssessmentsScreen,
  DecompositionScreen,
  DecompositionsScreen,
  DraftScreen,
  SheetScreen,
} from '@opensti/assessment/web'
import { DashboardScreen } from '@opensti/dashboard/web'
import {
  BriefScreen,
  EvaluationScreen,
  SheetScreen as EvaluationSheetScreen,
  EvaluationsScreen,
} from '@opensti/evaluation/web'
import {
  ComparisonScreen,
  DocumentScreen,
  IndicatorScreen,
  OverviewScreen,
  PlanScreen,
  ReadingScreen,
  ReadingsScreen,
  TaskScreen,
  UnitScreen,
} from '@opensti/plans/web'
import { ProposeScreen, ReleaseScreen, ReleasesScreen } from '@opensti/publication/web'
import {
  ChainScreen,
  CyclesScreen,
  DeskScreen,
  FillScreen,
  MappingScreen,
  NewCycleScreen,
  PeriodScreen,
  RemindersScreen,
  ReturnScreen,
  TemplateScreen,
} from '@opensti/reporting/web'
import { ItemScreen, ItemsScreen, TaskItems } from '@opensti/supervision/web'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { Door } from './Door.tsx'
import { Guarded } from './Guarded.tsx'
import { Crashed, CrashedFrame, NotFound } from './Trouble.tsx'

interface RouterContext {
  queryClient: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({ errorComponent: CrashedFrame })

type Search = Record<string, unknown>

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Those parts of an address that are texts; a number typed as one is a text as well. */
const texts =
  <Name extends string>(...names: Name[]) =>
  (search: Record<string, unknown>): { [N in Name]?: string } =>
    Object.fromEntries(names.flatMap((name) => (isPlain(search[name]) ? [[name, String(search[name])]] : []))) as {
      [N in Name]?: string
    }
const isPlain = (value: unknown) => typeof value === 'number' || (typeof value === 'string' && value !== '')

/** Anyone may be here: signing in and accepting an invitation. */
const door = createRoute({ getParentRoute: () => root, id: 'door', component: Door })
const signIn = createRoute({
  getParentRoute: () => door,
  path: '/sign-in',
  validateSearch: (search: Search): { next?: string | undefined } => ({ next: text(search['next']) }),
  component: SignIn,
})
const recovery = createRoute({ getParentRoute: () => door, path: '/recovery', component: RecoveryScreen })
const outside = createRoute({ getParentRoute: () => door, path: '/outside', component: OutsideScreen })
const invitation = createRoute({ getParentRoute: () => door, path: '/invitation', component: InvitationScreen })

/** Everything else stands in the frame and asks for a session first; afterwards one comes back to where one wanted to go. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: lazyRouteComponent(() => import('./Shell.tsx'), 'Shell'),
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery)
    if (!session.person) throw redirect({ to: '/sign-in', search: { next: location.href } })
    if (session.person.first && location.pathname !== '/account') throw redirect({ to: '/account' })
  },
})

const screen = <Path extends string>(path: Path) => ({ getParentRoute: () => inside, path })

const overview = createRoute({ ...screen('/'), component: OverviewScreen })
const region = createRoute({
  ...screen('/regions/$region'),
  component: () => <OverviewScreen regionId={region.useParams().region} />,
})
const plan = createRoute({
  ...screen('/regions/$region/plans/$plan'),
  validateSearch: (search: Search): { [Key in 'by' | 'status' | 'q' | 'sort']?: string | undefined } => ({
    by: text(search['by']),
    status: text(search['status']),
    q: text(search['q']),
    sort: text(search['sort']),
  }),
  component: () => <PlanScreen {...plan.useParams()} />,
})
const task = createRoute({
  ...screen('/regions/$region/plans/$plan/tasks/$task'),
  component: Task,
})
const indicator = createRoute({
  ...screen('/regions/$region/indicators/$indicator'),
  component: () => <IndicatorScreen {...indicator.useParams()} />,
})
const unit = createRoute({
  ...screen('/regions/$region/units/$unit'),
  component: () => <UnitScreen {...unit.useParams()} />,
})
const comparison = createRoute({
  ...screen('/compare/$indicator'),
  validateSearch: (search: Search): { basis?: string | undefined } => ({ basis: text(search['basis']) }),
  component: () => <ComparisonScreen {...comparison.useParams()} />,
})
const document = createRoute({
  ...screen('/documents/$document'),
  component: () => <DocumentScreen {...document.useParams()} />,
})
const readings = createRoute({
  ...screen('/readings'),
  component: () => (
    <Guarded screen="readings">
      <ReadingsScreen />
    </Guarded>
  ),
})
const reading = createRoute({
  ...screen('/readings/$reading'),
  component: () => (
    <Guarded screen="readings">
      <ReadingScreen {...reading.useParams()} />
    </Guarded>
  ),
})
const desk = createRoute({ ...screen('/reporting'), component: DeskScreen })
const oneReturn = createRoute({
  ...screen('/reporting/returns/$return'),
  component: () => <ReturnScreen id={oneReturn.useParams().return} />,
})
const cycles = createRoute({
  ...screen('/reporting/$region/cycles'),
  component: () => <CyclesScreen {...cycles.useParams()} />,
})
const newCycle = createRoute({
  ...screen('/reporting/$region/cycles/new'),
  component: () => <NewCycleScreen {...newCycle.useParams()} />,
})
const period = createRoute({
  ...screen('/reporting/$region/cycles/$cycle/$period'),
  component: () => <PeriodScreen {...period.useParams()} />,
})
const templates = createRoute({
  ...screen('/reporting/$region/cycles/$cycle/workbooks'),
  component: () => <TemplateScreen {...templates.useParams()} />,
})
const mapping = createRoute({
  ...screen('/reporting/$region/cycles/$cycle/workbooks/$workbook'),
  validateSearch: texts('version'),
  component: () => <MappingScreen {...mapping.useParams()} {...mapping.useSearch()} />,
})
const fill = createRoute({
  ...screen('/reporting/returns/$return/workbook'),
  validateSearch: texts('upload'),
  component: () => <FillScreen id={fill.useParams().return} upload={fill.useSearch().upload} />,
})
const reminders = createRoute({
  ...screen('/reporting/$region/cycles/$cycle/$period/reminders'),
  component: () => <RemindersScreen {...reminders.useParams()} />,
})
const chain = createRoute({
  ...screen('/reporting/$region/units/$unit'),
  component: () => <ChainScreen {...chain.useParams()} />,
})
const dashboard = createRoute({
  ...screen('/dashboard'),
  component: () => (
    <Guarded screen="dashboard">
      <DashboardScreen />
    </Guarded>
  ),
})
const items = createRoute({
  ...screen('/supervision'),
  validateSearch: texts('unit', 'source', 'light', 'q'),
  component: () => (
    <Guarded screen="supervision">
      <ItemsScreen />
    </Guarded>
  ),
})
const item = createRoute({
  ...screen('/supervision/items/$item'),
  component: () => <ItemScreen id={item.useParams().item} />,
})
const decompositions = createRoute({
  ...screen('/decomposition'),
  component: () => (
    <Guarded screen="decomposition">
      <DecompositionsScreen />
    </Guarded>
  ),
})
const decomposition = createRoute({
  ...screen('/decomposition/$decomposition'),
  component: () => <DecompositionScreen id={decomposition.useParams().decomposition} />,
})
const evaluations = createRoute({
  ...screen('/evaluation'),
  component: () => (
    <Guarded screen="evaluation">
      <EvaluationsScreen />
    </Guarded>
  ),
})
const brief = createRoute({
  ...screen('/evaluation/briefs/$region/$period'),
  component: function OwnBrief() {
    return (
      <Guarded screen="evaluation">
        <BriefScreen {...brief.useParams()} />
      </Guarded>
    )
  },
})
const evaluation = createRoute({
  ...screen('/evaluation/$evaluation'),
  component: () => <EvaluationScreen id={evaluation.useParams().evaluation} />,
})
const evaluationSheet = createRoute({
  ...screen('/evaluation/$evaluation/units/$unit'),
  component: function OwnSheet() {
    const { evaluation: id, unit: own } = evaluationSheet.useParams()
    return <EvaluationSheetScreen id={id} unit={own} />
  },
})
const assessments = createRoute({
  ...screen('/assessment'),
  component: () => (
    <Guarded screen="assessment">
      <AssessmentsScreen />
    </Guarded>
  ),
})
const newAssessment = createRoute({ ...screen('/assessment/new'), component: () => <DraftScreen /> })
const assessment = createRoute({
  ...screen('/assessment/$assessment'),
  component: () => <AssessmentScreen id={assessment.useParams().assessment} />,
})
const revisedAssessment = createRoute({
  ...screen('/assessment/$assessment/revise'),
  component: () => <DraftScreen id={revisedAssessment.useParams().assessment} />,
})
const scoreSheet = createRoute({
  ...screen('/assessment/$assessment/units/$unit'),
  component: () => <SheetScreen {...scoreSheet.useParams()} />,
})
const releases = createRoute({
  ...screen('/publication'),
  component: () => (
    <Guarded screen="publication">
      <ReleasesScreen />
    </Guarded>
  ),
})
const newRelease = createRoute({
  ...screen('/publication/new'),
  component: () => (
    <Guarded screen="publication">
      <ProposeScreen />
    </Guarded>
  ),
})
const release = createRoute({
  ...screen('/publication/releases/$release'),
  component: () => <ReleaseScreen id={release.useParams().release} />,
})
const people = createRoute({
  ...screen('/people'),
  validateSearch: texts('q', 'role', 'state', 'tab', 'person'),
  component: () => (
    <Guarded screen="people">
      <PeopleScreen />
    </Guarded>
  ),
})
const audit = createRoute({
  ...screen('/audit'),
  validateSearch: texts('action', 'actor', 'from', 'until'),
  component: () => (
    <Guarded screen="audit">
      <AuditScreen />
    </Guarded>
  ),
})
const operations = createRoute({
  ...screen('/operations'),
  component: () => (
    <Guarded screen="system">
      <OperationsScreen />
    </Guarded>
  ),
})
const levelThree = createRoute({
  ...screen('/level-three'),
  component: () => (
    <Guarded screen="levelThree">
      <LevelThreeScreen />
    </Guarded>
  ),
})
const account = createRoute({ ...screen('/account'), component: AccountScreen })
const webhook = createRoute({
  ...screen('/operations/webhook'),
  component: () => (
    <Guarded screen="system">
      <WebhookScreen />
    </Guarded>
  ),
})
const notices = createRoute({ ...screen('/notices'), component: NoticesScreen })
const nowhere = createRoute({ ...screen('$'), component: NotFound })

function Task() {
  const address = task.useParams()
  return (
    <TaskScreen {...address}>
      <TaskItems region={address.region} task={`${address.region}/${address.plan}/${address.task}`} />
    </TaskScreen>
  )
}

function SignIn() {
  return <SignInScreen next={signIn.useSearch().next} />
}

const tree = root.addChildren([
  door.addChildren([signIn, invitation, recovery, outside]),
  inside.addChildren([
    overview,
    region,
    plan,
    task,
    indicator,
    unit,
    comparison,
    document,
    readings,
    reading,
    desk,
    oneReturn,
    cycles,
    newCycle,
    period,
    reminders,
    templates,
    mapping,
    fill,
    chain,
    dashboard,
    items,
    item,
    decompositions,
    decomposition,
    evaluations,
    brief,
    evaluation,
    evaluationSheet,
    assessments,
    newAssessment,
    assessment,
    revisedAssessment,
    scoreSheet,
    releases,
    newRelease,
    release,
    people,
    audit,
    operations,
    account,
    levelThree,
    notices,
    webhook,
    nowhere,
  ]),
])

export function createWorkbenchRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    basepath: '/workbench',
    context: { queryClient },
    defaultErrorComponent: Crashed,
    defaultPreload: false,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createWorkbenchRouter>
  }
}
