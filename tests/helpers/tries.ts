import { closeActivity } from '#server/credit/activities/close-activity.ts'
import { createActivity } from '#server/credit/activities/create-activity.ts'
import { duplicateActivity } from '#server/credit/activities/duplicate-activity.ts'
import { getEditable, getPlan, listActivities } from '#server/credit/activities/office.ts'
import { openActivity } from '#server/credit/activities/open-activity.ts'
import { saveSection } from '#server/credit/activities/save-section.ts'
import { getCertificate } from '#server/credit/certificates/queries.ts'
import { reissueCertificate } from '#server/credit/certificates/reissue-certificate.ts'
import { voidCertificate } from '#server/credit/certificates/void-certificate.ts'
import { attestAndClaim } from '#server/credit/claims/attest-and-claim.ts'
import { openClaim } from '#server/credit/claims/open-claim.ts'
import { getClaim, getMyClaim } from '#server/credit/claims/queries.ts'
import { addContributor } from '#server/credit/contributors/add-contributor.ts'
import { changeContributor } from '#server/credit/contributors/change-contributor.ts'
import { copyContributors } from '#server/credit/contributors/copy-contributors.ts'
import { moveContributor } from '#server/credit/contributors/move-contributor.ts'
import { removeContributor } from '#server/credit/contributors/remove-contributor.ts'
import { readEvaluations } from '#server/credit/evaluations/read-evaluations.ts'
import { addOffering } from '#server/credit/offerings/add-offering.ts'
import { changeOffering } from '#server/credit/offerings/change-offering.ts'
import { moveOffering } from '#server/credit/offerings/move-offering.ts'
import { removeOffering } from '#server/credit/offerings/remove-offering.ts'
import { acknowledge } from '#server/credit/participations/acknowledge.ts'
import { beginCreditTest } from '#server/credit/participations/begin-credit-test.ts'
import { getMyActivity } from '#server/credit/participations/my-activity.ts'
import { getActivityStanding } from '#server/credit/participations/queries.ts'
import { checkCertificate } from '#server/credit/reports/check-certificate.ts'
import { exportCompletions } from '#server/credit/reports/export-completions.ts'
import { exportTeam } from '#server/credit/reports/export-team.ts'
import { listProgress } from '#server/credit/reports/list-progress.ts'
import { listTeam } from '#server/credit/reports/list-team.ts'
import { readTiming } from '#server/credit/reports/read-timing.ts'
import { recordSignatures, signContents } from '#server/credit/sign-offs/sign-contents.ts'
import { withdrawSignOff } from '#server/credit/sign-offs/withdraw-sign-off.ts'
import { addStatement } from '#server/credit/statements/add-statement.ts'
import { changeStatement } from '#server/credit/statements/change-statement.ts'
import { getStatement } from '#server/credit/statements/queries.ts'
import { editCard } from '#server/learning/facility/edit-card.ts'
import { assign } from '#server/people/assignments/assign.ts'
import { listReachable } from '#server/people/assignments/list-reachable.ts'
import { withdrawAssignment } from '#server/people/assignments/withdraw-assignment.ts'
import { exportAudit } from '#server/people/audit/export-audit.ts'
import { listAudit, listAuditWords } from '#server/people/audit/list-audit.ts'
import type { Actor } from '#server/people/auth/permissions.ts'
import { invite } from '#server/people/invitations/invite.ts'
import { renewInvitation, revokeInvitation } from '#server/people/invitations/renew-invitation.ts'
import { addDemonstration } from '#server/people/organizations/add-demonstration.ts'
import { changeMembership } from '#server/people/organizations/change-membership.ts'
import { addDepartment, renameDepartment } from '#server/people/organizations/edit-departments.ts'
import { removeMember } from '#server/people/organizations/remove-member.ts'
import { readIdentifiers } from '#server/people/profiles/read-identifiers.ts'
import type { Db } from '#server/record/db/schema.ts'
import { openCheckIn } from '#server/workshop/attendance/open-check-in.ts'
import type { Host } from '#server/workshop/workshops/host.ts'
import type { Teaching } from '#server/workshop/workshops/plan-of.ts'
import { getWorkshop } from '#server/workshop/workshops/queries.ts'
import { readReport } from '#server/workshop/workshops/read-report.ts'
import { saveWorkshop } from '#server/workshop/workshops/save-workshop.ts'
import { startWorkshop } from '#server/workshop/workshops/start-workshop.ts'
import { aContributor, anOffering } from './activities.ts'
import { type OfficeIds, seenContributor, seenOffering } from './offices.ts'

const now = new Date('2026-11-24T09:00:00.000Z')

/** Who tries, what is their own, and ids that are not. */
export type Trial = { db: Db; actor: Actor; own: OfficeIds; x: OfficeIds }
type Tries = Record<string, (trial: Trial) => Promise<unknown>>

const { id: _, ...offering } = anOffering({ statement: null })
const { id: __, ...contributor } = aContributor()
const reader = { capacity: 'clinician', reviewerName: 'Ada Example', reviewerCredentials: 'MD', note: '' } as const

/**
 * By table: every verb and query that takes an id of it, or of what it hangs from, tried with the ids `x`. A verb that is
 * added to the server is added here.
 */
export const tries: Record<string, Tries> = {
  activity: {
    getEditable: ({ db, actor, x }) => getEditable(db, { actor, activityId: x.activityId }),
    getPlan: ({ db, actor, x }) => getPlan(db, { actor, activityId: x.activityId, now }),
    listActivities: ({ db, actor, x }) => listActivities(db, { actor, organizationId: x.organizationId, now }),
    createActivity: ({ db, actor, x }) =>
      createActivity(db, { actor, organizationId: x.organizationId, courseId: 'core', format: 'enduring', now }),
    saveSection: ({ db, actor, x }) =>
      saveSection(db, { actor, activityId: x.activityId, section: 'basics', fields: {}, revision: 1, now }),
    openActivity: ({ db, actor, x }) =>
      openActivity(db, { actor, activityId: x.activityId, mark: 'm', revision: 1, now }),
    closeActivity: ({ db, actor, x }) => closeActivity(db, { actor, activityId: x.activityId, reason: 'Done', now }),
    duplicateActivity: ({ db, actor, x }) =>
      duplicateActivity(db, { actor, activityId: x.activityId, format: 'live', now }),
    readTiming: ({ db, actor, x, own }) =>
      readTiming(db, { actor, organizationId: own.organizationId, activityId: x.activityId }),
    readTimingThere: ({ db, actor, x }) =>
      readTiming(db, { actor, organizationId: x.organizationId, activityId: x.activityId }),
    listProgress: ({ db, actor, x }) => listProgress(db, { actor, organizationId: x.organizationId })
  },
  activityVersion: {
    getMyActivity: ({ db, actor, x }) => getMyActivity(db, { actor, activityId: x.activityId, now }),
    getActivityStanding: ({ db, actor, x }) => getActivityStanding(db, { actor, activityId: x.activityId })
  },
  statement: {
    addStatement: ({ db, actor, x }) =>
      addStatement(db, { actor, organizationId: x.organizationId, body: 'ancc', text: 'Another sentence.', now }),
    changeStatement: ({ db, actor, x }) =>
      changeStatement(db, { actor, statementId: x.statementId, seenVersion: 1, text: 'Other words.', now }),
    getStatement: ({ db, own, x }) =>
      getStatement(db, { organizationId: own.organizationId, id: x.statementId, version: 1 }),
    inOffering: ({ db, actor, own, x }) => {
      const terms = { ...offering, statement: { id: x.statementId, version: 1 } }
      return addOffering(db, { actor, activityId: own.activityId, terms, now })
    }
  },
  creditOffering: {
    addOffering: ({ db, actor, x }) => addOffering(db, { actor, activityId: x.activityId, terms: offering, now }),
    changeOffering: ({ db, actor, x }) =>
      changeOffering(db, { actor, ...offeringOf(x), seen: seenOffering, terms: offering, now }),
    changeUnderOwn: ({ db, actor, own, x }) =>
      changeOffering(db, { actor, ...offeringOf(x, own), seen: seenOffering, terms: offering, now }),
    moveOffering: ({ db, actor, x }) => moveOffering(db, { actor, ...offeringOf(x), by: 1, now }),
    moveUnderOwn: ({ db, actor, own, x }) => moveOffering(db, { actor, ...offeringOf(x, own), by: 1, now }),
    removeOffering: ({ db, actor, x }) => removeOffering(db, { actor, ...offeringOf(x), seen: seenOffering, now }),
    removeUnderOwn: ({ db, actor, own, x }) =>
      removeOffering(db, { actor, ...offeringOf(x, own), seen: seenOffering, now }),
    openClaim: ({ db, actor, x }) => openClaim(db, { actor, ...offeringOf(x), now })
  },
  contributor: {
    addContributor: ({ db, actor, x }) =>
      addContributor(db, { actor, activityId: x.activityId, terms: contributor, now }),
    changeContributor: ({ db, actor, x }) =>
      changeContributor(db, { actor, ...contributorOf(x), seen: seenContributor, terms: contributor, now }),
    changeUnderOwn: ({ db, actor, own, x }) =>
      changeContributor(db, { actor, ...contributorOf(x, own), seen: seenContributor, terms: contributor, now }),
    moveContributor: ({ db, actor, x }) => moveContributor(db, { actor, ...contributorOf(x), by: 1, now }),
    moveUnderOwn: ({ db, actor, own, x }) => moveContributor(db, { actor, ...contributorOf(x, own), by: 1, now }),
    removeContributor: ({ db, actor, x }) =>
      removeContributor(db, { actor, ...contributorOf(x), seen: seenContributor, now }),
    removeUnderOwn: ({ db, actor, own, x }) =>
      removeContributor(db, { actor, ...contributorOf(x, own), seen: seenContributor, now }),
    copyFrom: ({ db, actor, own, x }) =>
      copyContributors(db, { actor, activityId: own.activityId, fromActivityId: x.activityId, now }),
    copyTo: ({ db, actor, own, x }) =>
      copyContributors(db, { actor, activityId: x.activityId, fromActivityId: own.activityId, now })
  },
  signOff: {
    withdrawSignOff: ({ db, actor, x }) => withdrawSignOff(db, { actor, signOffId: x.signOffId, reason: 'Wrong', now }),
    signContents: ({ db, actor, x }) =>
      signContents(db, { actor, organizationId: x.organizationId, contents: [], reader, now }),
    recordSignatures: ({ db, actor, x }) =>
      recordSignatures(db, {
        actor,
        organizationId: x.organizationId,
        contents: [],
        reader,
        signedOn: '2026-11-01',
        reason: 'On paper',
        now
      })
  },
  participation: {
    acknowledge: ({ db, actor, x }) =>
      acknowledge(db, {
        actor,
        activityId: x.activityId,
        showing: 's',
        profession: 'registered-nurse',
        timeZone: 'America/Chicago',
        now
      }),
    beginCreditTest: ({ db, actor, x }) => beginCreditTest(db, { actor, activityId: x.activityId, form: 'pre', now }),
    exportCompletions: ({ db, actor, x }) => completions(db, actor, { organizationId: x.organizationId }),
    completionsOfActivity: ({ db, actor, own, x }) =>
      completions(db, actor, { organizationId: own.organizationId, activityId: x.activityId })
  },
  claim: {
    getClaim: ({ db, actor, x }) => getClaim(db, { actor, claimId: x.claimId }),
    getMyClaim: ({ db, actor, x }) => getMyClaim(db, { actor, claimId: x.claimId }),
    attestAndClaim: ({ db, actor, x }) =>
      attestAndClaim(db, {
        actor,
        claimId: x.claimId,
        isAttested: true,
        amountHundredths: 75,
        minutesReported: null,
        now
      })
  },
  certificate: {
    getCertificate: ({ db, actor, x }) => getCertificate(db, { actor, certificateId: x.certificateId }),
    voidCertificate: ({ db, actor, x }) =>
      voidCertificate(db, { actor, certificateId: x.certificateId, reason: 'Wrong', now }),
    reissueCertificate: ({ db, actor, x }) =>
      reissueCertificate(db, { actor, certificateId: x.certificateId, reason: 'Name', now }),
    checkById: ({ db, actor, own, x }) =>
      checkCertificate(db, { actor, organizationId: own.organizationId, certificate: x.certificateId, now }),
    checkByCode: ({ db, actor, own, x }) =>
      checkCertificate(db, { actor, organizationId: own.organizationId, certificate: x.code, now }),
    checkThere: ({ db, actor, x }) =>
      checkCertificate(db, { actor, organizationId: x.organizationId, certificate: x.certificateId, now })
  },
  assignment: {
    assignActivity: ({ db, actor, own, x }) =>
      assign(db, { actor, ...dueIn(own), activityId: x.activityId, to: { departmentId: own.departmentId } }),
    assignDepartment: ({ db, actor, own, x }) =>
      assign(db, { actor, ...dueIn(own), activityId: own.activityId, to: { departmentId: x.departmentId } }),
    assignPerson: ({ db, actor, own, x }) =>
      assign(db, { actor, ...dueIn(own), activityId: own.activityId, to: { userId: x.userId } }),
    assignThere: ({ db, actor, x }) =>
      assign(db, { actor, ...dueIn(x), activityId: x.activityId, to: { userId: x.userId } }),
    withdrawAssignment: ({ db, actor, own, x }) =>
      withdrawAssignment(db, { actor, organizationId: own.organizationId, assignmentId: x.assignmentId, now }),
    withdrawThere: ({ db, actor, x }) =>
      withdrawAssignment(db, { actor, organizationId: x.organizationId, assignmentId: x.assignmentId, now }),
    listTeam: ({ db, actor, x }) => listTeam(db, { actor, organizationId: x.organizationId, now }),
    exportTeam: ({ db, actor, x }) => exportTeam(db, { actor, organizationId: x.organizationId, now })
  },
  invitation: {
    inviteThere: ({ db, actor, x }) => invite(db, { actor, ...aWish(x), departmentId: null }),
    inviteIntoDepartment: ({ db, actor, own, x }) => invite(db, { actor, ...aWish(own), departmentId: x.departmentId }),
    renewInvitation: ({ db, actor, own, x }) =>
      renewInvitation(db, { actor, organizationId: own.organizationId, invitationId: x.invitationId, now }),
    renewThere: ({ db, actor, x }) =>
      renewInvitation(db, { actor, organizationId: x.organizationId, invitationId: x.invitationId, now }),
    revokeInvitation: ({ db, actor, own, x }) =>
      revokeInvitation(db, { actor, organizationId: own.organizationId, invitationId: x.invitationId, now }),
    revokeThere: ({ db, actor, x }) =>
      revokeInvitation(db, { actor, organizationId: x.organizationId, invitationId: x.invitationId, now })
  },
  membership: {
    changeMembership: ({ db, actor, own, x }) => changeMembership(db, { actor, ...aRole(own), userId: x.userId }),
    changeThere: ({ db, actor, x }) => changeMembership(db, { actor, ...aRole(x), userId: x.userId }),
    intoDepartment: ({ db, actor, own, x }) =>
      changeMembership(db, { actor, ...aRole(own), userId: own.userId, departmentId: x.departmentId }),
    removeMember: ({ db, actor, own, x }) =>
      removeMember(db, { actor, organizationId: own.organizationId, userId: x.userId, now }),
    removeThere: ({ db, actor, x }) =>
      removeMember(db, { actor, organizationId: x.organizationId, userId: x.userId, now }),
    readIdentifiers: ({ db, actor, own, x }) =>
      readIdentifiers(db, { actor, organizationId: own.organizationId, userId: x.userId, purpose: 'p', now }),
    readIdentifiersThere: ({ db, actor, x }) =>
      readIdentifiers(db, { actor, organizationId: x.organizationId, userId: x.userId, purpose: 'p', now }),
    readIdentifiersNowhere: ({ db, actor, x }) =>
      readIdentifiers(db, { actor, organizationId: null, userId: x.userId, purpose: 'p', now }),
    addDemonstration: ({ db, actor, x }) => addDemonstration(db, { actor, organizationId: x.organizationId, now })
  },
  department: {
    addDepartment: ({ db, actor, x }) =>
      addDepartment(db, { actor, organizationId: x.organizationId, name: 'Radiology', now }),
    renameDepartment: ({ db, actor, own, x }) =>
      renameDepartment(db, { actor, organizationId: own.organizationId, departmentId: x.departmentId, name: 'R', now }),
    renameThere: ({ db, actor, x }) =>
      renameDepartment(db, { actor, organizationId: x.organizationId, departmentId: x.departmentId, name: 'R', now }),
    listReachable: ({ db, actor, x }) => listReachable(db, { actor, organizationId: x.organizationId })
  },
  facilityEdit: {
    editCard: ({ db, actor, x }) =>
      editCard(db, {
        actor,
        organizationId: x.organizationId,
        seenRevision: 1,
        card: { facility: 'F', lines: noLines },
        now
      })
  },
  auditEvent: {
    listAudit: ({ db, actor, x }) => listAudit(db, { actor, filter: { organizationId: x.organizationId } }),
    listAuditOfThing: ({ db, actor, own, x }) =>
      listAudit(db, { actor, filter: { organizationId: own.organizationId, subjectId: x.certificateId } }),
    listAuditWords: ({ db, actor, x }) => listAuditWords(db, { actor, organizationId: x.organizationId }),
    exportAudit: ({ db, actor, x }) => exportAudit(db, { actor, filter: { organizationId: x.organizationId }, now })
  },
  workshop: {
    getWorkshop: ({ db, own, x }) => getWorkshop(db, hostOf(own), x.workshopId),
    startWorkshop: ({ db, own, x }) =>
      startWorkshop(db, hostOf(own), { workshopId: x.workshopId, isRehearsal: true, teaching: unread, now }),
    saveWorkshop: ({ db, own, x }) =>
      saveWorkshop(db, hostOf(own), { workshopId: x.workshopId, ...aPlan }, { teaching: unread, now }),
    readReport: ({ db, own, x }) => readReport(db, hostOf(own), { workshopId: x.workshopId, roomId: x.workshopId })
  },
  checkIn: {
    openCheckIn: ({ db, actor, x }) =>
      openCheckIn(db, {
        actor,
        workshopId: x.workshopId,
        heldOn: '2026-11-24',
        beginsAt: '09:00',
        timeZone: 'UTC',
        place: 'Room 2',
        signingMinutes: 10,
        claimDays: 14,
        now
      })
  },
  evaluation: {
    readEvaluations: ({ db, actor, own, x }) =>
      readEvaluations(db, { actor, organizationId: own.organizationId, activityId: x.activityId, now }),
    readThere: ({ db, actor, x }) =>
      readEvaluations(db, { actor, organizationId: x.organizationId, activityId: x.activityId, now })
  }
}

const none = { name: '', phone: '', hours: '', note: '', checkedOn: '', checkedBy: '' }
const noLines = {
  socialWork: none,
  security: none,
  childProtectionTeam: none,
  interpreterLine: none,
  domesticViolenceProgram: none,
  privacyOfficer: none,
  childAbuseLine: none,
  policeNonEmergency: none
}

const unread: Teaching = { scenarios: [], cuts: [], corrections: [] }
const aPlan = { revision: 1, title: 'Another', supportPerson: null, activityId: null, items: [] }

function hostOf({ organizationId }: OfficeIds): Host {
  return { person: null, organizationIds: [organizationId], names: {}, isLocal: false }
}

function offeringOf({ offeringId, activityId }: OfficeIds, own?: OfficeIds) {
  return { offeringId, activityId: own?.activityId ?? activityId }
}

function contributorOf({ contributorId, activityId }: OfficeIds, own?: OfficeIds) {
  return { contributorId, activityId: own?.activityId ?? activityId }
}

function dueIn({ organizationId }: OfficeIds) {
  return { organizationId, dueOn: '2027-01-01', now }
}

function aWish({ organizationId }: OfficeIds) {
  return { organizationId, emails: ['new@example.org'], role: 'learner' as const, now }
}

function aRole({ organizationId }: OfficeIds) {
  return { organizationId, roles: ['admin' as const], departmentId: null, managesAll: false, seen: 'learner//', now }
}

async function completions(db: Db, actor: Actor, filter: { organizationId: string; activityId?: string }) {
  const wanted = { actor, filter, hasIdentifiers: true, fileKind: 'csv' as const, now }
  return (await exportCompletions(db, wanted)).rows
}
