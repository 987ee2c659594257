// The dates that rules count from: one name for each, with the sentence that says it and the question that asks for it.

export interface InputDefinition {
  /** What happened on that day, as part of a sentence: "the decision notice was sent". */
  happened: string;
  /** The question on a form. */
  question: string;
}

export const ruleInputs = {
  acknowledged: {
    happened: 'the complaint was acknowledged',
    question: 'When was the complaint acknowledged?',
  },
  adjudicated: {
    happened: 'the adjudication letter was received',
    question: 'When was the adjudication letter received?',
  },
  adviserInformed: {
    happened: 'the mediation adviser was told',
    question: 'When was the mediation adviser told?',
  },
  agreed: { happened: 'the agreement was made', question: 'What is the date of the agreement?' },
  amendmentNotice: {
    happened: 'the notice of the proposed amendments was sent',
    question: 'When was the notice of the proposed amendments sent?',
  },
  applied: {
    happened: 'the review was asked for',
    question: 'When was the review asked for?',
  },
  authorityInformed: { happened: 'the council was told', question: 'When was the council told?' },
  aware: {
    happened: 'the person first knew of the matter',
    question: 'When did you first know of the matter?',
  },
  certificateIssued: {
    happened: 'the mediation certificate was issued',
    question: 'What is the date on the mediation certificate?',
  },
  complained: { happened: 'the complaint was made', question: 'When was the complaint made?' },
  conceded: {
    happened: 'the council told the Tribunal that it does not oppose the appeal',
    question: 'When did the council tell the Tribunal that it does not oppose the appeal?',
  },
  concluded: { happened: 'the mediation was concluded', question: 'When was the mediation concluded?' },
  decided: { happened: 'the decision was received', question: 'When was the decision received?' },
  decisionSent: {
    happened: 'the decision was sent',
    question: 'When was the decision, or the last of what followed it, sent?',
  },
  escalated: {
    happened: 'the matter was taken to the next stage',
    question: 'When was the matter taken to the next stage?',
  },
  happened: { happened: 'the matter happened', question: 'When did it happen?' },
  heard: { happened: 'the hearing was held', question: 'When was the hearing held?' },
  icbNotified: {
    happened: 'the council told the Integrated Care Board (ICB)',
    question: 'When did the council tell the Integrated Care Board (ICB)?',
  },
  lodged: { happened: 'the appeal was lodged', question: 'When was the appeal lodged?' },
  lodgingClosed: {
    happened: 'the time to lodge the appeal ended',
    question: 'What was the last day to lodge the appeal?',
  },
  named: { happened: 'the decision or order names this date', question: 'Which date is named?' },
  noticeSent: {
    happened: 'the decision notice was sent',
    question: 'When was the decision notice sent?',
  },
  notified: {
    happened: 'the exclusion was notified',
    question: 'When was the governing board told of the exclusion?',
  },
  offered: { happened: 'the offer was made', question: 'When was the offer made?' },
  ordered: { happened: 'the order was made', question: 'What is the date of the order?' },
  panelHeld: { happened: 'the panel met', question: 'When did the panel meet?' },
  permissionSent: {
    happened: 'the permission to appeal was sent',
    question: 'When was the permission to appeal sent?',
  },
  planMade: {
    happened: 'the plan was made or last reviewed',
    question: 'When was the plan made or last reviewed?',
  },
  reassessmentNotice: {
    happened: 'the council gave notice that it would reassess',
    question: 'When did the council give notice that it would reassess?',
  },
  received: { happened: 'it was received', question: 'When was it received?' },
  refused: {
    happened: 'the refusal of the place was notified',
    question: 'When did you hear that the place was refused?',
  },
  refusalSent: { happened: 'the refusal was sent', question: 'When was the refusal sent?' },
  reportReceived: { happened: 'the report was received', question: 'When was the report received?' },
  requested: { happened: 'the request was received', question: 'When was the request received?' },
  responded: { happened: 'the answer was received', question: 'When was the answer received?' },
  reviewMeeting: {
    happened: 'the review meeting was held',
    question: 'When was the review meeting held?',
  },
  sent: { happened: 'it was sent', question: 'When was it sent?' },
  sentToAuthority: {
    happened: 'the Tribunal sent the appeal to the council',
    question: 'When did the Tribunal send the appeal to the council?',
  },
  served: { happened: 'the draft plan was served', question: 'When was the draft plan served?' },
  started: { happened: 'the investigation started', question: 'When did the investigation start?' },
  transfer: {
    happened: 'the move takes place',
    question: 'On which day does the move take place?',
  },
  transferLimit: {
    happened: 'the law names this day in the year of the move',
    question:
      'Which date does the law name in the year of the move: 15 February, or 31 March for a move to college?',
  },
  withdrawn: {
    happened: 'the Tribunal received the withdrawal',
    question: 'When did the Tribunal receive the withdrawal?',
  },
} as const satisfies Record<string, InputDefinition>;

export type InputId = keyof typeof ruleInputs;

export const inputDefinition = (id: InputId): InputDefinition => ruleInputs[id];
