import type { Route } from '@opensti/http'
import type { Mark } from './city-things.ts'

/**
 * Who may do what, said a second time and in words, by people who did not look at the policy table. The permission
 * matrix compares this page with the running server. Grammar, sentences divided by semicolons:
 *
 *   anyone
 *   anyone signed in
 *   oneself
 *   ROLE, ROLE … anywhere            however far the object is
 *   ROLE, ROLE … of the region       the region of the object
 *   ROLE, ROLE … of the unit         the unit of the object, for roles held for one
 *   … while STATE                    and only while the object is in that state
 *   … unless to oneself: CODE        and to oneself it is refused with this code
 *   oneself, told CODE               she may, and hears that there is nothing yet that it could be done with
 */
const staff = 'planner, reporter, checker, unit-leader, supervisor'
const security = 'security-administrator of the region'

export const expectations: Readonly<Record<string, string>> = {
  'house.asset.read': 'anyone',
  'house.demonstration.read': 'anyone',

  'accounts.session.open': 'anyone',
  'accounts.session.look': 'anyone',
  'accounts.session.close': 'anyone',
  'accounts.invitation.accept': 'anyone',
  'accounts.session.list-own': 'oneself',
  'accounts.session.end-own': 'oneself',
  'accounts.password.change': 'oneself',
  'accounts.phone.set-own': 'oneself',
  'accounts.notice.list-own': 'oneself',
  'accounts.notice.see-own': 'oneself',
  'accounts.notice.choose-own': 'oneself',
  'accounts.recovery.ask': 'anyone',
  'accounts.recovery.use': 'anyone',
  'accounts.security.read-own': 'oneself',
  'accounts.second-factor.start': 'oneself',
  'accounts.second-factor.confirm': 'oneself, told second_factor_not_started',
  'accounts.second-factor.change': 'oneself, told second_factor_not_on',
  'accounts.identity.link': 'oneself',
  'accounts.identity.unlink': 'oneself, told identity_not_linked_yet',
  'accounts.second-factor.reset': `${security} unless to oneself: second_factor_of_oneself`,
  'accounts.level-three.read': 'security-administrator anywhere',
  'accounts.unit.read': 'anyone',
  'accounts.role.read': 'anyone signed in',
  'accounts.person.list': security,
  'accounts.person.read': security,
  'accounts.person.invite': security,
  'accounts.person.renew-password': `${security} while active`,
  'accounts.person.unlock': security,
  'accounts.person.suspend': `${security} while active`,
  'accounts.person.reinstate': `${security} while suspended`,
  'accounts.invitation.list': security,
  'accounts.invitation.withdraw': `${security} while open`,
  'accounts.role.grant': `${security} unless to oneself: role_to_oneself`,
  'accounts.role.revoke': `${security} while held`,
  'accounts.session.revoke': security,

  'audit.entry.list': 'auditor of the region',
  'audit.log.verify': 'auditor anywhere',
  'house.backup.read': 'system-administrator anywhere',
  'operations.state.read': 'system-administrator anywhere',
  'operations.message.retry': 'system-administrator anywhere',
  'operations.webhook.read': 'system-administrator of the region',
  'operations.webhook.set': 'system-administrator of the region',

  'plans.public.read': `anyone while public; ${staff}, head of the region while draft`,
  'plans.reading.list': `${staff} anywhere`,
  'plans.reading.read': `${staff} of the region`,
  'plans.reading.start': 'planner of the region',
  'plans.candidate.decide': 'planner of the region',
  'plans.plan.publish': 'planner of the region',
  'plans.target.change': 'planner of the region',

  'reporting.desk.read': `${staff} anywhere`,
  'reporting.cycle.list': `${staff}, head of the region`,
  'reporting.cycle.create': 'planner of the region',
  'reporting.period.open': 'planner of the region',
  'reporting.period.read': 'planner, supervisor, head of the region',
  'reporting.period.lock': 'planner of the region',
  'reporting.workbook.read': 'planner, supervisor of the region',
  'reporting.workbook.map': 'planner of the region',
  'reporting.request.read': 'reporter, checker, unit-leader of the unit; planner, supervisor, head of the region',
  'reporting.request.move':
    'reporter of the unit while preparing; checker of the unit while checking; unit-leader of the unit while signing; ' +
    'planner of the region while submitted; planner of the region while accepted',
  'reporting.request.correct': 'reporter of the unit while locked',
  // A checker or leader only in the stead of a reporter who has asked her to, which nobody of these cities has.
  'reporting.entry.write': 'reporter of the unit while preparing; checker, unit-leader of the unit while standing-in',
  'reporting.reminder.read': 'planner of the region',
  'reporting.reminder.send': 'planner of the region',
  'reporting.reminder.plan': 'planner of the region',
  'reporting.reminder.stale': 'planner anywhere',
  'reporting.call.note': 'planner of the region',
  'reporting.chain.read': 'reporter, checker, unit-leader of the unit',
  'reporting.chain.set': 'unit-leader of the unit',
  'reporting.delegation.end': 'unit-leader of the unit; oneself',
  'reporting.delegation.make': 'reporter, checker, unit-leader of the unit',
  'reporting.reporter.hand-over': 'unit-leader of the unit',

  'dashboard.view.read': 'head, supervisor, planner, unit-leader of the region',

  'assessment.decomposition.list': `${staff}, head of the region`,
  'assessment.decomposition.read':
    'planner, supervisor, head of the region; reporter, checker, unit-leader of the unit while issued',
  'assessment.decomposition.start': 'planner of the region',
  'assessment.decomposition.save': 'planner of the region while draft',
  'assessment.decomposition.move': 'planner of the region while draft; planner of the region while approved',
  'assessment.decomposition.change': 'planner of the region while issued',
  'assessment.share.confirm': 'unit-leader of the unit while to-unit; planner of the region while to-region',
  'assessment.share.object': 'unit-leader of the unit while to-unit; planner of the region while to-region',
  'assessment.exercise.list': `${staff}, head of the region`,
  'assessment.exercise.read':
    'planner, supervisor, head of the region; reporter, checker, unit-leader of the region while issued; ' +
    'reporter, checker, unit-leader of the region while frozen; reporter, checker, unit-leader of the region while published',
  'assessment.exercise.draft': 'supervisor of the region',
  'assessment.exercise.revise': 'supervisor of the region while draft',
  'assessment.exercise.move': 'supervisor of the region while draft; supervisor of the region while issued',
  'assessment.input.enter': 'supervisor of the region while issued',
  'assessment.sheet.read':
    'planner, supervisor, head of the region; reporter, checker, unit-leader of the unit while frozen; ' +
    'reporter, checker, unit-leader of the unit while published',
  'assessment.ranking.read': `${staff}, head of the region while published`,
  'assessment.appeal.make': 'unit-leader of the unit while frozen',
  'assessment.appeal.prove': 'unit-leader of the unit while open',
  'assessment.appeal.withdraw': 'unit-leader of the unit while open',
  'assessment.appeal.answer': 'supervisor of the region while open',
  'assessment.appeal.read': 'reporter, checker, unit-leader of the unit; planner, supervisor, head of the region',

  'publication.public.read': 'anyone while public; anyone while in-effect',
  'publication.release.list': 'planner, supervisor, unit-leader, head of the region',
  'publication.release.read': 'planner, supervisor, unit-leader, head of the region',
  'publication.release.propose': 'planner of the region',
  'publication.release.decide': 'planner of the region while proposed; unit-leader of the unit while proposed',
  'publication.release.withdraw':
    'planner of the region while proposed; planner of the region while approved; ' +
    'unit-leader of the unit while proposed; unit-leader of the unit while approved',
  'publication.release.retract': 'planner of the region while in-effect; unit-leader of the unit while in-effect',

  'supervision.item.list': `${staff}, head of the region`,
  'supervision.item.read': 'reporter, checker, unit-leader of the unit; planner, supervisor, head of the region',
  'supervision.item.create': 'supervisor of the region',
  'supervision.item.oversee': 'supervisor of the region',
  'supervision.item.work': 'reporter, unit-leader of the unit while assigned',
  'supervision.extension.ask': 'unit-leader of the unit while assigned',
  'supervision.extension.answer': 'supervisor of the region while assigned',
  'supervision.evidence.add': 'reporter, unit-leader of the unit while assigned',

  'evaluation.exercise.list': `${staff}, head of the region`,
  'evaluation.exercise.read': 'reporter, checker, unit-leader of the unit; planner, supervisor, head of the region',
  'evaluation.exercise.run': 'planner of the region',
  'evaluation.own.write': 'reporter, unit-leader of the unit while filling',
  'evaluation.own.hand-in': 'checker, unit-leader of the unit while filling',
  'evaluation.own.send-back': 'planner of the region while handed-in',
  'evaluation.review.write': 'supervisor of the region while reviewing',
  'evaluation.brief.read': `${staff}, head of the region`,
  'evaluation.brief.issue': 'planner of the region',
}

/** Who may see what stands in any answer, and the actions that are for showing it to others too. */
const sights: Record<Mark['kind'], { who: string; alsoBy?: readonly string[] }> = {
  return: { who: 'reporter, checker, unit-leader of the unit; planner, supervisor, head of the region' },
  item: { who: 'reporter, checker, unit-leader of the unit; planner, supervisor, head of the region' },
  sheet: { who: 'reporter, checker, unit-leader of the unit; planner, supervisor, head of the region' },
  release: { who: 'planner, supervisor, unit-leader, head of the region' },
  draft: { who: `${staff}, head of the region` },
  account: { who: security, alsoBy: ['accounts.session.open'] },
  // Whoever holds the link of an invitation reads it and takes it up.
  invitation: { who: security, alsoBy: ['accounts.invitation.accept'] },
  deed: { who: 'auditor of the region', alsoBy: ['audit.log.verify'] },
}

export function isSeenBy(mark: Mark, route: Route, allows: (rule: string) => boolean): boolean {
  const { who, alsoBy } = sights[mark.kind]
  return (alsoBy ?? []).includes(route.action) || allows(who)
}

/** Lists that must not leave out what their reader may see. */
export const listsThatShow: Readonly<Record<string, Mark['kind']>> = {
  'GET /api/readings': 'draft',
  'GET /api/search': 'draft',
  'GET /api/regions/:region': 'draft',
  'GET /api/regions/:region/items': 'item',
  'GET /api/regions/:region/releases': 'release',
  'GET /api/accounts/people': 'account',
  'GET /api/accounts/invitations': 'invitation',
  'GET /api/audit/entries': 'deed',
}
