/**
 * Who may do what, said a second time and in words, by people who did not look at the policy table. The permission
 * matrix compares this page with the running server. Grammar:
 *
 *   anyone
 *   anyone signed in
 *   oneself
 *   ROLE, ROLE … anywhere            however far the object is
 *   ROLE, ROLE … of the region       the region of the object
 *   … while STATE                    and only while the object is in that state
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
  'accounts.role.grant': security,
  'accounts.role.revoke': `${security} while held`,
  'accounts.session.revoke': security,

  'audit.entry.list': 'auditor of the region',
  'audit.log.verify': 'auditor anywhere',
  'operations.state.read': 'system-administrator anywhere',

  'plans.public.read': 'anyone',
  'plans.reading.list': `${staff} anywhere`,
  'plans.reading.read': `${staff} of the region`,
  'plans.reading.start': 'planner of the region',
  'plans.candidate.decide': 'planner of the region',
  'plans.plan.publish': 'planner of the region',

  'reporting.desk.read': `${staff} anywhere`,
  'reporting.cycle.list': `${staff} of the region`,
  'reporting.cycle.create': 'planner of the region',
  'reporting.period.open': 'planner of the region',
  'reporting.period.read': 'planner, supervisor of the region',
  'reporting.period.lock': 'planner of the region',
  'reporting.request.read': 'reporter, checker, unit-leader of the unit; planner, supervisor of the region',
  'reporting.request.move':
    'reporter, checker, unit-leader of the unit; planner of the region while submitted; planner of the region while accepted',
  'reporting.request.correct': 'reporter of the unit while locked',
  'reporting.entry.write': 'reporter of the unit while preparing',
  'reporting.chain.read': 'reporter, checker, unit-leader of the unit',
  'reporting.chain.set': 'unit-leader of the unit',
  'reporting.delegation.make': 'reporter, checker, unit-leader of the unit',
  'reporting.reporter.hand-over': 'unit-leader of the unit',
}
