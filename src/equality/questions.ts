// What is asked, and the answers there are. Only what shows whether the service reaches every family alike; the words stand
// with the words of the pages.

export const equalityQuestions = {
  age: ['under-5', '5-10', '11-15', '16-25'],
  sex: ['female', 'male'],
  need: ['communication', 'learning', 'mental-health', 'sensory-physical', 'other'],
  ethnicity: ['asian', 'black', 'mixed', 'white', 'other'],
  language: ['english', 'other', 'bsl'],
  condition: ['yes', 'no'],
} as const satisfies Record<string, readonly string[]>;

export type EqualityQuestion = keyof typeof equalityQuestions;

export const equalityIds = Object.keys(equalityQuestions) as EqualityQuestion[];

/** The answers to a question; whoever would rather not say says so, and is counted as that. */
export const answersTo = (question: EqualityQuestion): readonly string[] => [
  ...equalityQuestions[question],
  UNSAID,
];

const UNSAID = 'unsaid';
