// A complaint to an independent (private) school: informal, in writing, a panel with an independent member. No ombudsman:
// outside the school there is only the regulator, who checks the standards and decides nothing for one family.

import { schoolComplaintRoute } from './parts/school-complaint';

const POLICY =
  "The school's own policy must set clear times; until it is known, days common in schools' policies";
const PART_7 = 'Independent School Standards Regulations 2014 (SI 2014/3283) Sch para 33';

export const schoolComplaintIndependent = schoolComplaintRoute({
  id: 'school-complaint.independent',
  effective: { from: '2015-01-05' },
  title: 'Complaint to the independent school',
  summary:
    'You talk, then complain in writing, then a panel hears you. One person on the panel must have no part in running the school. No ombudsman looks at private schools. The complaint cannot change an EHC plan, and it never stops the date for an appeal or a disability claim.',
  law: [PART_7, POLICY],
  school: 'independent school proprietor',
  aboutHead: 'the owner or the governors of the school',
  informal: {
    duty: 'must let you raise it informally first and try to put it right',
    law: [`${PART_7}(c)–(d)`, POLICY],
  },
  written: { duty: 'must answer your complaint in writing', law: [`${PART_7}(e)`, POLICY] },
  hearing: {
    by: 'a hearing by a panel',
    duty: 'must hold a panel hearing: three people or more, one with no part in running the school',
    proper: 'At least three people new to it, and one has no part in running the school',
    rights: 'You can come and bring somebody',
    law: [`${PART_7}(f)–(i)`, POLICY],
  },
  outside: {
    body: 'Department for Education',
    ask: 'Tell the Department for Education that the school breaks the standards',
    asked: 'The family told the Department for Education, who registers the school',
    title: 'You told the Department for Education',
    duty: 'can check whether the school keeps the standards; it does not decide your complaint',
    law: ['Education and Skills Act 2008 Part 4 Chapter 1', PART_7],
    next: 'You can tell the Department for Education. It checks whether the school keeps the standards; it decides nothing for one family.',
    over: 'The regulator decides nothing for one family. Your contract with the school and a disability claim are other ways: get legal advice.',
  },
});
