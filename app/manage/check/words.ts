import type { ClaimState } from '#machines/claim/machine.ts'
import type { CertificateStatus } from '#server/credit/certificates/queries.ts'
import type { TestReplay } from '#server/credit/reports/check-certificate.ts'
import type { Compared } from '#server/credit/reports/compare-record.ts'

export const certificateWords: Record<CertificateStatus, string> = {
  valid: 'Valid',
  voided: 'Voided',
  replaced: 'Replaced'
}

export const replayWords: Record<TestReplay, string> = {
  replayed: 'The test that counted was marked again from its answers, and the claim was taken again from its log.',
  forgotten:
    'The answers of the test are forgotten after their time, which is 24 months. The claim was taken again from its log; the score stands as it was recorded.',
  missing:
    'The answers of the test are gone before their time of 24 months, as when somebody has their data deleted. The claim was taken again from its log; the score stands as it was recorded.',
  none: 'This credit had no test. The claim was taken again from its log.',
  unreadable: 'The answers of the test cannot be replayed: an event of their log is missing or changed.'
}

export const eventWords: Readonly<Record<string, string>> = {
  'claim.opened': 'The claim was opened',
  'work.finished': 'The work for it was finished',
  'evaluation.given': 'The evaluation was given',
  'credit.claimed': 'The credit was attested to and claimed',
  'certificate.issued': 'A certificate was issued',
  'certificate.voided': 'The certificate was voided',
  'certificate.reissued': 'A certificate was issued in its place'
}

export const stateWords: Record<ClaimState, string> = {
  notEligible: 'Not yet earned',
  eligible: 'Earned',
  evaluationPending: 'Waits for the evaluation',
  attesting: 'Waits to be claimed',
  claimed: 'Claimed',
  certificateIssued: 'Certificate issued',
  voided: 'Certificate voided',
  reissued: 'Certificate issued again'
}

export const comparedWords: Record<Compared, string> = {
  'test.passed': 'Whether the test was passed',
  'test.handedIn': 'When the test was handed in',
  'test.owner': 'Whose way to credit the test is of',
  'claim.score': 'Score in the claim, percent times 100',
  'step.score': 'Score of the test as it was noted, percent times 100',
  'participation.test': 'Which test was passed best',
  'participation.attempts': 'Tests handed in',
  'participation.finished': 'When the work was finished',
  'participation.minutes': 'Minutes reported',
  'participation.score': 'Score on the way to credit, percent times 100',
  'participation.profession': 'Profession',
  'participation.timeZone': 'Time zone',
  'participation.acknowledged': 'Day the front matter was acknowledged',
  'participation.evaluated': 'Evaluation given',
  'claim.state': 'State of the claim',
  'claim.amount': 'Amount claimed, in hundredths',
  'claim.opened': 'When the claim was opened',
  'claim.claimed': 'When the credit was claimed',
  'claim.offering': 'Which credit',
  'claim.activity': 'Activity and version',
  'activity.offering': 'The credit as the activity offers it',
  'activity.passMark': 'Pass mark, percent',
  'certificate.snapshot': 'The certificate’s own words',
  'certificate.amount': 'Amount on the certificate, in hundredths',
  'certificate.completed': 'Day of completion on the certificate',
  'certificate.activity': 'Activity and version on the certificate',
  'certificate.chain': 'Certificates in their order',
  'certificate.state': 'State of the last certificate'
}
