// A complaint to an academy or free school: informal, in writing, a panel with an independent member, the Department.

import { schoolComplaintRoute } from './parts/school-complaint';

const POLICY =
  "The trust's own policy must set clear times; until it is known, days common in schools' policies";
const PART_7 = 'Independent School Standards Regulations 2014 (SI 2014/3283) Sch para 33';

export const schoolComplaintAcademy = schoolComplaintRoute({
  id: 'school-complaint.academy',
  effective: { from: '2015-01-05' },
  title: 'Complaint to the academy trust',
  summary:
    'You talk, then complain in writing, then a panel hears you. One person on the panel must have no part in running the school. It can put things right in the school. It cannot change an EHC plan, an exclusion or a school place, and it never stops the date for an appeal or a disability claim.',
  law: [PART_7, 'Children and Families Act 2014 s66', POLICY],
  school: 'academy trust',
  aboutHead: 'the academy trust',
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
    department: 'academy',
    ask: 'Go to the Department for Education',
    asked: 'The family went to the Department for Education',
    title: 'You went to the Department for Education',
    duty: 'checks whether the trust has a lawful procedure and followed it',
    law: ['Department for Education, How DfE handles complaints about academies'],
    next: 'You can go to the Department for Education. It checks the procedure; it cannot change the decision.',
    over: 'Read what it said in the linked case. A lawyer can say whether a court could help.',
  },
});
