// A complaint to a school that the council maintains: the head teacher, the governors' committee, the Department.

import { schoolComplaintRoute } from './parts/school-complaint';

const POLICY =
  "The school's own policy sets the days; until it is known, days common in the Department's model";

export const schoolComplaintMaintained = schoolComplaintRoute({
  id: 'school-complaint.maintained',
  effective: { from: '2003-09-01' },
  title: 'Complaint to the school and its governors',
  summary:
    'The head teacher looks at it first, then three governors. They can put things right in the school. They cannot change an EHC plan, an exclusion or a school place. The complaint never stops the date for an appeal or a disability claim.',
  law: ['Education Act 2002 s29', 'Children and Families Act 2014 s66', POLICY],
  school: 'school governing board',
  aboutHead: 'the chair of governors',
  informal: {
    duty: 'should try to put it right by talking with you',
    law: ["Department for Education, best practice for maintained schools' complaints procedures", POLICY],
  },
  written: {
    duty: 'must answer in writing, with reasons and the next step',
    law: ['Education Act 2002 s29', POLICY],
  },
  hearing: {
    by: "a hearing by the governors' committee",
    duty: 'must let three governors hear it who had no part in it before',
    proper: 'Three governors who had no part in it before',
    rights: 'You can bring somebody with you',
    law: ['Education Act 2002 s29', POLICY],
  },
  outside: {
    body: 'Department for Education',
    department: 'maintained',
    ask: 'Go to the Department for Education',
    asked: 'The family went to the Department for Education',
    title: 'You went to the Department for Education',
    duty: 'decides whether the school broke the law or acted unreasonably',
    law: ['Education Act 1996 ss496–497'],
    next: 'You can go to the Department for Education. The Ombudsman cannot look inside a school.',
    over: 'Read what it decided in the linked case. A lawyer can say whether a court could help.',
  },
});
