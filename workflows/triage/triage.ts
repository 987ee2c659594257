// Facts in, a way forward out: routes in order, who owes the duty, the next step, its dates, and what does not help.

import { explain, type RuleId, type RuleInputs } from '../law';
import type { ExplainedDeadline } from '../calendar';
import type { PartyId, RouteId } from '../kit';
import { situationOf, triageFacts, type Situation, type TriageFacts } from './facts';
import { COMPLAINT_NEVER_STOPS_APPEAL, grievances, KIND_OF_SCHOOL, unsure } from './grievances';

export interface TriageDeadline extends ExplainedDeadline {
  /** What has to be done by then. */
  what: string;
  /** Whose date it is: the family's own limit, or a body's duty. */
  owedBy: PartyId;
}

export interface TriageResult {
  routes: RouteId[];
  responsible: PartyId;
  alsoResponsible: PartyId[];
  next: string;
  why: string;
  deadlines: TriageDeadline[];
  basis: string;
  warnings: string[];
  notRoutes: Partial<Record<RouteId, string>>;
}

/** @throws z.ZodError where the facts are not facts (a date that does not exist, an unknown member). */
export function triageUntyped(facts: unknown): TriageResult {
  return triage(triageFacts.parse(facts));
}

export function triage(facts: TriageFacts): TriageResult {
  const s = situationOf(facts);
  const row = grievances.find(({ is, when }) => is.includes(s.grievance) && when?.(s) !== false);
  const found = row ? row.finding(s) : unsure(s);
  const warnings = [...(found.warnings ?? [])];
  // Whoever complains while a decision letter lies on the table must not lose the appeal by it.
  if (s.noticeSent && !warnings.includes(COMPLAINT_NEVER_STOPS_APPEAL))
    warnings.push(COMPLAINT_NEVER_STOPS_APPEAL);
  if (s.schoolKind === 'unknown' && found.routes.includes('school-complaint.maintained'))
    warnings.push(KIND_OF_SCHOOL);
  return {
    routes: [...new Set(found.routes)],
    responsible: found.responsible,
    alsoResponsible: found.also ?? [],
    next: found.next,
    why: found.why,
    deadlines: deadlinesOf(s, found.routes),
    basis: found.basis,
    warnings,
    notRoutes: found.not ?? {},
  };
}

/** The dates that the facts already fix, the family's own limits among them, soonest first. */
function deadlinesOf(s: Situation, routes: RouteId[]): TriageDeadline[] {
  const dates: TriageDeadline[] = [];
  const add = <R extends RuleId>(rule: R, inputs: RuleInputs<R>, what: string, owedBy: PartyId) =>
    dates.push({ ...explain(rule, inputs), what, owedBy });
  const family: PartyId = 'parent or young person';
  if (s.noticeSent && routes.includes('mediation-information')) {
    add('mediation.contact', { noticeSent: s.noticeSent }, 'Contact the mediation adviser', family);
  }
  if (s.noticeSent && routes.includes('tribunal.sen-appeal')) {
    const certificate = s.certificateIssued ? { certificateIssued: s.certificateIssued } : {};
    add(
      'appeal.lodge',
      { noticeSent: s.noticeSent, ...certificate },
      'The Tribunal must have your appeal',
      family,
    );
  }
  if (s.noticeSent && routes.includes('admission-appeal')) {
    add('admission.appeal', { refused: s.noticeSent }, 'Appeal about the school place', family);
  }
  if (s.requested) {
    const requested = { requested: s.requested };
    add('ehc.assess.decide', requested, 'Decide whether to assess', 'council SEND casework');
    add('ehc.plan.final', requested, 'Send the final plan', 'council SEND casework');
  }
  if (s.reviewMeeting) {
    const reviewMeeting = { reviewMeeting: s.reviewMeeting };
    add('ehc.review.decide', reviewMeeting, 'Say what it will do after the review', 'council SEND casework');
  }
  if (s.sent && s.grievance === 'recommendation-unanswered') {
    add(
      'recommendation.respond',
      { sent: s.sent },
      'Answer the recommendation',
      'ICB (responsible commissioner)',
    );
  }
  if (s.sent && s.grievance === 'tribunal-decision') {
    add('appeal.permission', { decisionSent: s.sent }, 'Ask for permission to appeal', family);
  }
  if (s.agreed && s.grievance === 'agreement-not-kept') {
    add(
      'mediation.agreement.no-appeal-right',
      { agreed: s.agreed },
      'Do what was agreed',
      'council SEND casework',
    );
  }
  if (s.happened && routes.includes('tribunal.discrimination')) {
    add(
      'discrimination.claim',
      { happened: s.happened },
      'The Tribunal must have your disability claim',
      family,
    );
  }
  if (s.received && s.grievance === 'access-request-late') {
    add('data.access', { received: s.received }, 'Give you a copy of the data', 'data controller');
  }
  if (s.escalated && s.grievance === 'complaint-delay') {
    const escalated = { escalated: s.escalated };
    add(
      'council.stage-2.acknowledge',
      escalated,
      'Acknowledge the stage 2 complaint',
      'council complaints team',
    );
  }
  const known = s.aware ?? s.happened ?? s.since;
  if (known && routes.includes('ombudsman.lgsco')) {
    add('ombudsman.lgsco.complain', { aware: known }, 'Complain to the Ombudsman', family);
  }
  if (known && (routes.includes('ombudsman.phso') || routes.includes('ombudsman.joint'))) {
    add('ombudsman.phso.complain', { aware: known }, 'Complain to the Health Service Ombudsman', family);
  }
  if (known && (routes.includes('nhs-complaint.provider') || routes.includes('nhs-complaint.icb'))) {
    add('nhs.complain', { happened: s.happened ?? known, aware: known }, 'Complain to the NHS', family);
  }
  return dates.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
