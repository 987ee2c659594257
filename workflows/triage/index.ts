// Triage: from a grievance in plain facts to the routes that are open, in order.

export { triageFacts, type TriageFacts } from './facts';
export { triage, triageUntyped, type TriageDeadline, type TriageResult } from './triage';
