// The grievances of SEND disputes, as a table to read aloud: who owes the duty in law, and which routes are open, in order.
// The first row that fits wins; safety comes before everything.

import type { PartyId, RouteId } from '../kit';
import type { Situation } from './facts';

export interface Finding {
  routes: RouteId[];
  responsible: PartyId;
  also?: PartyId[];
  /** What to do now, as a sentence. */
  next: string;
  why: string;
  basis: string;
  warnings?: string[];
  /** Routes people try here, and why they don't help. */
  not?: Partial<Record<RouteId, string>>;
}

interface Grievance {
  /** The words of `decision` or `issue` it answers to. */
  is: string[];
  /** Further condition. */
  when?: (s: Situation) => boolean;
  finding: (s: Situation) => Finding;
}

const COUNCIL = 'council SEND casework';
const ICB = 'ICB (responsible commissioner)';

export const COMPLAINT_NEVER_STOPS_APPEAL =
  'A complaint never stops the clock for an appeal: if you have a decision letter, keep to the appeal date as well.';

export const KIND_OF_SCHOOL =
  'We took it for a school run with the council. An academy, a private school, a college or a nursery has a procedure of its own: ask the office which it is.';

const noOmbudsmanWhileAppealable = {
  'ombudsman.lgsco':
    'The Ombudsman cannot look at a decision that can be appealed (Local Government Act 1974 s26(6)(a)).',
} as const;

/** A complaint about help in the plan that does not arrive, by the section it is written in. */
function provisionMissing(s: Situation): Finding {
  const education =
    s.parts.length === 0 || s.parts.some((part) => part === 'F' || part === 'B' || part === 'I');
  const health = s.parts.some((part) => part === 'G' || part === 'C');
  const social = s.parts.some((part) => part.startsWith('H') || part === 'D');
  if (s.schoolKind === 'custody') {
    return {
      routes: ['council-complaint', 'nhs-complaint.provider', 'ombudsman.lgsco'],
      responsible: COUNCIL,
      also: ['NHS provider'],
      next: 'Complain to the home council that the plan is not delivered in custody.',
      why: 'The home council must arrange the provision, or the nearest to it, while a young person is detained.',
      basis: 'Children and Families Act 2014 ss70–74; SI 2015/62',
    };
  }
  if (education && health) {
    return {
      routes: [
        'council-complaint',
        'nhs-complaint.icb',
        'disagreement-resolution',
        'ombudsman.joint',
        'executive.icb',
        'executive.council',
      ],
      responsible: COUNCIL,
      also: [ICB, 'NHS provider'],
      next: 'Complain to the council about Section F and to the ICB about Section G, in one letter to both.',
      why: 'The council owes Section F and the ICB owes Section G. That the two disagree is no answer to a family.',
      basis: 'Children and Families Act 2014 ss25–26, 28, 42, 57; SEND Code of Practice 3.70',
    };
  }
  if (education) {
    return {
      routes: ['council-complaint', 'judicial-review', 'ombudsman.lgsco', 'executive.council'],
      responsible: COUNCIL,
      also: s.bodies.some((body) => body.includes('nhs')) ? ['NHS provider'] : [],
      next: 'Complain to the council that Section F of the plan is not delivered, and ask for a date.',
      why: "Section F is the council's own duty, even where the NHS or a school delivers it.",
      basis: 'Children and Families Act 2014 s42(2), s21(5)',
      not: {
        'nhs-complaint.provider': "It may be copied in, but the duty is the council's.",
        'tribunal.sen-appeal': 'The contents of the plan are agreed; there is nothing to appeal.',
      },
    };
  }
  if (health) {
    return {
      routes: ['nhs-complaint.icb', 'judicial-review', 'ombudsman.phso', 'executive.icb'],
      responsible: ICB,
      also: ['NHS provider'],
      next: 'Complain to the ICB that Section G of the plan is not arranged.',
      why: 'The ICB must arrange the health care in Section G, whoever delivers it.',
      basis: 'Children and Families Act 2014 s42(3)',
      not: { 'council-complaint': "Section G is the ICB's duty, not the council's." },
    };
  }
  if (!social) {
    return {
      routes: ['disagreement-resolution', 'council-complaint', 'annual-review'],
      responsible: COUNCIL,
      next: 'Ask the council to put the plan right at an early review.',
      why: 'These sections carry no duty to provide and no right of appeal of their own.',
      basis: 'Children and Families Act 2014 s57; SEND Regulations 2014 regs 12, 18–20',
    };
  }
  return s.adult
    ? {
        routes: ['adult-social-care-complaint', 'ombudsman.lgsco', 'mediation.council'],
        responsible: 'council adult social care',
        next: 'Complain to the council about adult social care.',
        why: 'From 18, Care Act services have one local stage under the 2009 Regulations.',
        basis: 'SI 2009/309 regs 6, 13–14; Care Act 2014',
        not: { 'social-care-representations': "It is for children's services only." },
      }
    : {
        routes: ['social-care-representations', 'ombudsman.lgsco', 'judicial-review'],
        responsible: "council children's social care",
        next: "Make a complaint under the children's social care procedure; ask for an advocate if you want one.",
        why: "Children's social care services have their own three stages.",
        basis:
          'Children Act 1989 s17, s26(3); Chronically Sick and Disabled Persons Act 1970 s2; SI 2006/1738',
      };
}

/** A decision about the contents of a plan, by the sections that are wrong. */
function contents(s: Situation): Finding {
  const has = (...letters: string[]) => s.parts.some((part) => letters.includes(part[0] as string));
  const extended = s.parts.length === 0 || has('C', 'D', 'G', 'H');
  if (s.parts.length > 0 && !has('B', 'F', 'I')) {
    if (has('G', 'C')) {
      return {
        routes: [
          'mediation.icb',
          'nhs-complaint.icb',
          ...(has('H', 'D') ? (['mediation.council'] as const) : []),
        ],
        responsible: ICB,
        next: 'Tell the council that you want mediation about the health part; the ICB must then arrange it.',
        why: 'The Tribunal hears health only beside an education appeal. Health alone can be mediated.',
        basis: 'Children and Families Act 2014 s53; SI 2017/1306',
        not: { 'tribunal.sen-appeal': 'There must be an education issue for the Tribunal.' },
      };
    }
    if (has('H', 'D')) {
      return {
        routes: [
          'mediation.council',
          s.adult ? 'adult-social-care-complaint' : 'social-care-representations',
        ],
        responsible: COUNCIL,
        next: 'Tell the council that you want mediation about the social care part.',
        why: 'The Tribunal hears social care only beside an education appeal. Social care alone can be mediated.',
        basis: 'Children and Families Act 2014 s54; SI 2017/1306',
        not: { 'tribunal.sen-appeal': 'There must be an education issue for the Tribunal.' },
      };
    }
    return provisionMissing({ ...s, parts: s.parts });
  }
  if (s.parts.length > 0 && s.parts.every((part) => part === 'I')) {
    return {
      routes: ['tribunal.sen-appeal', 'mediation-information'],
      responsible: 'parent or young person',
      next: 'Appeal to the SEND Tribunal. No mediation certificate is needed for the school alone.',
      why: 'An appeal about the school named, its type, or none named needs no certificate. Mediation is still open to you.',
      basis: 'Children and Families Act 2014 s51(2)(c)(iii)–(iv), s55(2)',
      not: noOmbudsmanWhileAppealable,
    };
  }
  return appeal(s, extended);
}

function appeal(s: Situation, extended: boolean): Finding {
  // A notice must be in writing and carry the right to mediation; without a dated letter a complaint can bring it.
  const unnotified = s.plan === false && s.noticeSent === undefined && s.grievance !== 'refuse-to-assess';
  return {
    routes: [
      'mediation-information',
      'tribunal.sen-appeal',
      ...(extended ? (['tribunal.extended'] as const) : []),
      ...(unnotified ? (['council-complaint'] as const) : []),
    ],
    responsible: 'mediation adviser',
    next: 'Contact the mediation adviser named in the letter. You only have to hear about mediation, not agree to it.',
    why: 'This decision can be appealed. The adviser gives you a certificate within 3 working days if you say no to mediation.',
    basis: 'Children and Families Act 2014 ss51–52, 55(3)–(4); SEND Regulations 2014 regs 32–34',
    warnings: [COMPLAINT_NEVER_STOPS_APPEAL],
    not: {
      ...noOmbudsmanWhileAppealable,
      ...(unnotified
        ? {}
        : { 'council-complaint': 'It cannot change the decision; it is still open for rudeness or delay.' }),
    },
  };
}

const schoolRoute = (s: Situation): RouteId =>
  s.schoolKind === 'academy'
    ? 'school-complaint.academy'
    : s.schoolKind === 'independent'
      ? 'school-complaint.independent'
      : 'school-complaint.maintained';

const schoolParty = (s: Situation): PartyId =>
  s.schoolKind === 'academy'
    ? 'academy trust'
    : s.schoolKind === 'independent'
      ? 'independent school proprietor'
      : 'school governing board';

/** A grievance about how a school, college or nursery treats a child. */
function schoolGrievance(s: Situation): Finding {
  const disability = s.grievance === 'disability-discrimination' || s.grievance === 'adjustments';
  if (s.schoolKind === 'university') {
    return {
      routes: ['oia', ...(disability ? (['county-court.equality'] as const) : [])],
      responsible: 'university',
      next: 'Use the university’s own procedure to its end, then go to the Office of the Independent Adjudicator.',
      why: 'Higher education is outside EHC plans and the SEND Tribunal.',
      basis: 'Higher Education Act 2004 Part 2; Equality Act 2010 ss91, 114',
    };
  }
  if (s.schoolKind === 'college' || s.schoolKind === 'custody') {
    return {
      routes: [
        'college-complaint',
        ...(disability ? (['county-court.equality'] as const) : ['disagreement-resolution' as const]),
      ],
      responsible: 'college',
      next: 'Complain to the college in writing.',
      why: 'Claims about disability in further education go to the County Court, not the SEND Tribunal.',
      basis: 'Equality Act 2010 ss91, 114, 118',
      not: { 'tribunal.discrimination': 'It is for schools only (Equality Act 2010 s116).' },
    };
  }
  if (s.schoolKind === 'nursery') {
    return {
      routes: [
        'early-years-complaint',
        'regulator-concern',
        ...(disability ? (['county-court.equality'] as const) : (['disagreement-resolution'] as const)),
      ],
      responsible: 'nursery provider',
      next: 'Complain to the nursery in writing; it must write back within 28 days.',
      why: 'A registered provider must answer a written complaint in 28 days. Ofsted may be told, but gives no individual remedy.',
      basis: 'Early Years Foundation Stage statutory framework; Childcare Act 2006',
    };
  }
  if (s.schoolKind === 'independent') {
    return {
      routes: ['school-complaint.independent', 'tribunal.discrimination', 'regulator-concern'],
      responsible: 'independent school proprietor',
      next: 'Complain in writing and ask for the panel hearing.',
      why: 'Part 7 gives a panel hearing; there is no ombudsman. The Department and the inspectorate act as regulators only.',
      basis: 'SI 2014/3283 Schedule para 33; Equality Act 2010 ss85, 116',
      not: {
        'ombudsman.lgsco': 'It is not an act of a council.',
        'dfe-school-complaint': 'Only as a concern about registration.',
      },
    };
  }
  if (disability) {
    return {
      routes: [schoolRoute(s), 'tribunal.discrimination'],
      responsible: schoolParty(s),
      next: 'Complain to the school, and note the date: a disability claim must reach the Tribunal within 6 months.',
      why: 'A school may not treat a child worse because of disability and must make reasonable adjustments.',
      basis: 'Equality Act 2010 ss20, 85, 116, Schedule 17',
      warnings: ['The 6 months for a disability claim run while the school answers your complaint.'],
    };
  }
  if (s.schoolKind === 'academy') {
    return {
      routes: [
        'school-complaint.academy',
        ...(s.stage === undefined && s.grievance === 'sen-support'
          ? (['disagreement-resolution'] as const)
          : []),
        'dfe-school-complaint',
      ],
      responsible: 'academy trust',
      next:
        s.stage === 'written-answered'
          ? 'Ask for the panel hearing in writing.'
          : 'Complain to the academy in writing.',
      why: 'A hearing before three people, one independent of the school’s running, must be offered. The Department checks procedure only.',
      basis: 'SI 2014/3283 Schedule para 33(f)–(g)',
      not: { 'council-complaint': 'The council has no part in complaints about academies.' },
    };
  }
  return {
    routes: [
      'school-complaint.maintained',
      ...(s.grievance === 'sen-support' ? (['disagreement-resolution'] as const) : []),
      'dfe-school-complaint',
    ],
    responsible: 'school governing board',
    next: 'Talk to the teacher and the SENCO, then complain to the head teacher in writing.',
    why: 'Without a plan, the school must use its best endeavours. The Ombudsman cannot look inside a school.',
    basis: 'Children and Families Act 2014 ss57, 66; Education Act 2002 s29',
    not: { 'ombudsman.lgsco': 'It is an internal matter of the school.' },
  };
}

/** Several bodies: a route for each, and one ombudsmen's team over both. */
function severalBodies(s: Situation): Finding {
  const named = s.bodies;
  const any = (pattern: RegExp) => named.some((body) => pattern.test(body));
  const provider = any(/nhs|trust|provider|camhs/);
  const icb = any(/icb|commission/);
  const social = any(/social/);
  const council = named.some((body) => /council|authority/.test(body) && !/social/.test(body));
  if (!provider && !social && (icb || council)) {
    return {
      routes: [
        'council-complaint',
        'nhs-complaint.icb',
        'disagreement-resolution',
        'ombudsman.joint',
        'executive.icb',
        'executive.council',
      ],
      responsible: COUNCIL,
      also: [ICB],
      next: 'Complain to both in one letter and ask for one answer.',
      why: 'Council and ICB must have a way to settle disputes between them; it is not for the family to wait.',
      basis: 'Children and Families Act 2014 ss25–26, 28; SEND Code of Practice 3.70',
    };
  }
  const care: RouteId = s.adult ? 'adult-social-care-complaint' : 'social-care-representations';
  const careParty: PartyId = s.adult ? 'council adult social care' : "council children's social care";
  const routes: RouteId[] = [
    ...(provider ? (['nhs-complaint.provider'] as const) : []),
    ...(icb ? (['nhs-complaint.icb'] as const) : []),
    ...(social ? [care] : []),
    ...(council ? (['council-complaint'] as const) : []),
  ];
  const owners: PartyId[] = [
    ...(provider ? (['NHS provider'] as const) : []),
    ...(icb ? ([ICB] as const) : []),
    ...(social ? [careParty] : []),
    ...(council ? ([COUNCIL] as const) : []),
  ];
  return {
    routes: [
      ...(routes.length > 0 ? routes : (['council-complaint', 'nhs-complaint.icb'] as RouteId[])),
      'ombudsman.joint',
    ],
    responsible: owners[0] ?? COUNCIL,
    also: owners.slice(1),
    next: 'Complain to each body, copy each to the other, and ask for one joint answer.',
    why: s.adult
      ? 'Both complaints fall under the 2009 Regulations, so the bodies must work together on one answer.'
      : 'There are two procedures; one joint answer should be offered. Only the 2009 Regulations make it a duty.',
    basis: 'SI 2009/309 reg 9; SI 2006/1738; joint team of the two Ombudsmen',
  };
}

const councilOnly = (next: string, why: string, basis: string, responsible: PartyId = COUNCIL): Finding => ({
  routes: ['council-complaint', 'ombudsman.lgsco'],
  responsible,
  next,
  why,
  basis,
});

export const grievances: Grievance[] = [
  {
    is: ['harm'],
    finding: () => ({
      routes: ['safeguarding'],
      responsible: 'safeguarding front door',
      next: 'Call the council’s children’s social care now, or 999 if a child is in danger at this moment.',
      why: 'Safety comes first. A complaint is held, not closed.',
      basis: 'Children Act 1989 s47; Working Together to Safeguard Children',
      not: { 'council-complaint': 'A complaint must not delay a referral.' },
    }),
  },
  { is: ['refuse-to-assess'], finding: (s) => appeal(s, false) },
  {
    is: ['refuse-to-issue', 'refuse-to-reassess', 'refuse-to-amend', 'cease'],
    finding: (s) => appeal(s, true),
  },
  { is: ['contents'], finding: contents },
  {
    is: ['assessment-delay'],
    finding: () => ({
      routes: ['council-complaint', 'ombudsman.lgsco', 'executive.council', 'ehc-assessment'],
      responsible: COUNCIL,
      next: 'Complain to the council about the delay.',
      why: 'The council must decide in 6 weeks and finish the plan in 20. There is nothing to appeal until it decides.',
      basis: 'SEND Regulations 2014 regs 5, 10, 13; Local Government Act 1974 s26',
      not: { 'tribunal.sen-appeal': 'No decision has been made yet that could be appealed.' },
    }),
  },
  {
    is: ['health-advice-late'],
    finding: () => ({
      routes: [
        'council-complaint',
        'nhs-complaint.icb',
        'ombudsman.joint',
        'executive.icb',
        'ehc-assessment',
      ],
      responsible: COUNCIL,
      also: [ICB],
      next: 'Complain to the council about the late plan and to the ICB about the late advice.',
      why: 'The council owns the 20 weeks; the ICB had 6 weeks for its advice. Both can be at fault.',
      basis: 'SEND Regulations 2014 regs 8(1), 13; LGSCO decision 21 013 840a',
    }),
  },
  {
    is: ['review-delay'],
    finding: () => ({
      routes: ['council-complaint', 'ombudsman.lgsco', 'executive.council'],
      responsible: COUNCIL,
      next: 'Complain to the council about the late review and ask for its decision.',
      why: 'The council must say within 4 weeks of the meeting what it will do, and finish 8 weeks after that.',
      basis: 'Children and Families Act 2014 s44; SEND Regulations 2014 regs 20–22',
      not: { 'tribunal.sen-appeal': 'The right to appeal comes with the decision.' },
    }),
  },
  {
    is: ['phase-transfer-late'],
    finding: () => ({
      routes: ['council-complaint', 'judicial-review', 'ombudsman.lgsco', 'executive.council'],
      responsible: COUNCIL,
      next: 'Complain to the council at once; if the new school year is near, take legal advice about an urgent claim.',
      why: 'The plan must be amended by 15 February (31 March for moves after secondary school).',
      basis: 'SEND Regulations 2014 reg 18',
      not: { 'tribunal.sen-appeal': 'The right to appeal comes with the final amended plan.' },
    }),
  },
  { is: ['provision-not-delivered'], finding: provisionMissing },
  {
    is: ['order-not-obeyed'],
    finding: () => ({
      routes: ['council-complaint', 'judicial-review', 'ombudsman.lgsco', 'executive.council', 'compliance'],
      responsible: COUNCIL,
      next: 'Write to the council’s monitoring officer and the director of children’s services with the order.',
      why: 'The council must carry out the order in the time the Regulations give. The Tribunal cannot enforce it.',
      basis: 'SEND Regulations 2014 reg 44; Children and Families Act 2014 s42',
      not: { 'tribunal.sen-appeal': 'The Tribunal has no power to enforce its orders.' },
    }),
  },
  {
    is: ['recommendation-unanswered'],
    finding: (s) =>
      s.parts.some((part) => part.startsWith('H') || part === 'D') ||
      s.bodies.some((body) => /social/.test(body))
        ? {
            routes: [
              s.adult ? 'adult-social-care-complaint' : 'social-care-representations',
              'ombudsman.lgsco',
              'judicial-review',
              'executive.council',
              'compliance',
            ],
            responsible: s.adult ? 'council adult social care' : "council children's social care",
            next: 'Complain to the council that the recommendation is not answered.',
            why: 'The council must answer a social care recommendation in writing within 5 weeks.',
            basis: 'SI 2017/1306 reg 7',
          }
        : {
            routes: ['nhs-complaint.icb', 'ombudsman.phso', 'judicial-review', 'executive.icb', 'compliance'],
            responsible: ICB,
            next: 'Complain to the ICB that the recommendation is not answered.',
            why: 'The ICB must answer a health recommendation in writing within 5 weeks.',
            basis: 'SI 2017/1306 reg 6',
          },
  },
  {
    is: ['agreement-not-kept'],
    finding: (s) =>
      s.bodies.some((body) => /icb|nhs/.test(body)) || s.parts.some((part) => part === 'G')
        ? {
            routes: ['nhs-complaint.icb', 'judicial-review', 'ombudsman.phso', 'executive.icb', 'compliance'],
            responsible: ICB,
            next: 'Write to the ICB with the agreement and ask for the date on which it will be kept.',
            why: 'What an ICB agreed in mediation it must do within 2 weeks, unless another time was agreed in writing.',
            basis: 'SEND Regulations 2014 reg 42(3)',
          }
        : {
            routes: [
              'council-complaint',
              'judicial-review',
              'ombudsman.lgsco',
              'executive.council',
              'compliance',
            ],
            responsible: COUNCIL,
            next: 'Write to the council with the agreement and ask for the date on which it will be kept.',
            why: 'An agreement in mediation binds as an order would: the same periods run from its date.',
            basis: 'SEND Regulations 2014 reg 42(2)–(3)',
          },
  },
  {
    is: ['mediation-not-arranged'],
    finding: () => ({
      routes: [
        'mediation-information',
        'tribunal.sen-appeal',
        'council-complaint',
        'ombudsman.lgsco',
        'executive.council',
      ],
      responsible: COUNCIL,
      also: ['mediation adviser'],
      next: 'Ask the mediation adviser for the certificate that is due when mediation is not arranged in 30 days.',
      why: 'The council must arrange and take part in mediation within 30 days. If it does not, you get a certificate as if you had taken part.',
      basis: 'Children and Families Act 2014 ss53–54; SEND Regulations 2014 regs 36–39',
      warnings: [COMPLAINT_NEVER_STOPS_APPEAL],
    }),
  },
  {
    is: ['certificate-delay'],
    finding: () => ({
      routes: [
        'mediation-information',
        'provider-complaint.mediation',
        'tribunal.sen-appeal',
        'council-complaint',
      ],
      responsible: 'mediation adviser',
      next: 'Ask the adviser for the certificate in writing; if the 2 months are nearly over, ask the Tribunal to let you appeal without it.',
      why: 'The certificate is due 3 working days after you said no to mediation.',
      basis: 'Children and Families Act 2014 s55; SEND Regulations 2014 reg 34; Tribunal Rules r19',
    }),
  },
  {
    is: ['exclusion'],
    when: (s) => s.schoolKind !== 'college' && s.schoolKind !== 'nursery' && s.schoolKind !== 'university',
    finding: (s) =>
      s.schoolKind === 'independent'
        ? schoolGrievance(s)
        : {
            routes: ['exclusion-review', 'tribunal.discrimination'],
            responsible: schoolParty(s),
            next: 'Send your case to the governing board before its meeting.',
            why: 'The board must consider the exclusion; a permanent one can go to a review panel with a SEN expert.',
            basis: 'Education Act 2002 s51A; SI 2012/1033; Equality Act 2010 Schedule 17',
          },
  },
  {
    is: ['admission'],
    finding: (s) =>
      s.plan === true
        ? { ...contents({ ...s, parts: ['I'] }) }
        : {
            routes: ['admission-appeal'],
            responsible: 'independent panel',
            next: 'Appeal to the independent admission appeal panel named in the letter.',
            why: 'Without a plan, a refused school place is appealed to an independent panel.',
            basis: 'School Standards and Framework Act 1998 s94; School Admission Appeals Code',
            not: { 'tribunal.sen-appeal': 'It is only for children with a plan, or who were refused one.' },
          },
  },
  {
    is: ['sen-support', 'disability-discrimination', 'adjustments', 'school-conduct', 'exclusion'],
    finding: schoolGrievance,
  },
  {
    is: ['no-education'],
    finding: (s) => ({
      routes: [
        'council-complaint',
        ...(s.plan ? (['annual-review'] as const) : []),
        'ombudsman.lgsco',
        'judicial-review',
      ],
      responsible: COUNCIL,
      next: 'Ask the council in writing to arrange education now, and complain if it does not.',
      why: 'The council must arrange suitable education for a child who is out of school.',
      basis: 'Education Act 1996 s19; Children and Families Act 2014 s42; Local Government Act 1974 s26(6)',
      warnings: ['The Ombudsman cannot look at a time when the only cause is a placement under appeal.'],
    }),
  },
  {
    is: ['transport'],
    finding: () => ({
      routes: ['transport-appeal', 'ombudsman.lgsco'],
      responsible: 'council transport team',
      next: 'Appeal in writing to the council’s transport team.',
      why: 'Travel has its own two steps in the council. It is rarely part of a plan.',
      basis: 'Education Act 1996 s508B; DfE guidance on travel to school',
      not: { 'tribunal.sen-appeal': 'Transport is as a rule not special educational provision.' },
    }),
  },
  {
    is: ['social-care', 'leaving-care'],
    finding: (s) =>
      s.adult && s.grievance !== 'leaving-care'
        ? {
            routes: ['adult-social-care-complaint', 'ombudsman.lgsco'],
            responsible: 'council adult social care',
            next: 'Complain to the council about adult social care.',
            why: 'From 18, Care Act services have one local stage under the 2009 Regulations.',
            basis: 'SI 2009/309; Care Act 2014',
          }
        : {
            routes: ['social-care-representations', 'ombudsman.lgsco'],
            responsible: "council children's social care",
            next: "Make a complaint under the children's social care procedure; an advocate must be offered.",
            why: "It is the child's or young person's own right; there are three stages.",
            basis: 'Children Act 1989 ss24D, 26, 26A; SI 2006/1738',
          },
  },
  {
    is: ['nhs-commissioning'],
    finding: () => ({
      routes: ['nhs-complaint.icb', 'ombudsman.phso', 'executive.icb'],
      responsible: ICB,
      also: ['NHS provider'],
      next: 'Complain to the ICB that the service it pays for is too small or missing.',
      why: 'What is bought, and how much of it, is the ICB’s own act.',
      basis: 'SI 2009/309 reg 6; Children and Families Act 2014 s26',
      not: {
        'nhs-complaint.provider': 'A complaint goes to the provider or to the ICB, not to both in turn.',
      },
    }),
  },
  {
    is: ['nhs-service'],
    finding: () => ({
      routes: ['nhs-complaint.provider', 'ombudsman.phso'],
      responsible: 'NHS provider',
      next: 'Complain to the NHS trust or provider.',
      why: 'It must acknowledge in 3 working days and agree with you by when it answers.',
      basis: 'SI 2009/309 regs 5, 12–14',
      not: { 'nhs-complaint.icb': 'A complaint goes to the provider or to the ICB, not to both in turn.' },
    }),
  },
  { is: ['two-bodies'], finding: severalBodies },
  {
    is: ['complaint-delay'],
    when: (s) => s.bodies.some((body) => /school|nursery|college|academy/.test(body)),
    finding: (s) => ({
      ...schoolGrievance(s),
      next: 'Write to the people who run it. Say when you complained, and ask for the next stage of their procedure.',
      why: 'Silence does not end a complaint. Where it is not answered in the time of its own procedure, you can go on.',
    }),
  },
  {
    is: ['complaint-delay'],
    finding: (s) =>
      s.bodies.some((body) => /nhs|icb/.test(body))
        ? {
            routes: ['ombudsman.phso', 'executive.icb'],
            responsible: 'ICB complaints team',
            next: 'Go to the Parliamentary and Health Service Ombudsman.',
            why: 'The body has had a reasonable opportunity to answer.',
            basis: 'Health Service Commissioners Act 1993 s9',
          }
        : {
            routes: ['ombudsman.lgsco', 'executive.council'],
            responsible: 'council complaints team',
            next: 'Go to the Local Government and Social Care Ombudsman.',
            why: 'The Ombudsman may treat the council as having had its chance. A complaint about a complaint is not a new stage 1.',
            basis: 'Local Government Act 1974 s26(5); Complaint Handling Code part 6',
          },
  },
  {
    is: ['remedy-not-done'],
    finding: () => ({
      routes: ['ombudsman.lgsco', 'executive.council'],
      responsible: 'council complaints team',
      next: 'Tell the Ombudsman that the remedy is late.',
      why: 'The Ombudsman can publish a report where an agreed remedy is not carried out.',
      basis: 'Local Government Act 1974 ss30–31',
    }),
  },
  {
    is: ['conduct-in-appeal'],
    finding: () => ({
      routes: ['tribunal.sen-appeal'],
      responsible: 'SEND Tribunal',
      next: 'Ask the Tribunal for directions, or for costs where the conduct was unreasonable.',
      why: 'What happens inside an appeal is for the Tribunal, not the Ombudsman.',
      basis: 'R (Milburn) v LGSCO [2023] EWCA Civ 207; Local Government Act 1974 s26(6)',
      not: {
        'ombudsman.lgsco': 'It has no power over conduct in an appeal.',
        'council-complaint': 'The council may decline it.',
      },
    }),
  },
  {
    is: ['tribunal-decision'],
    finding: () => ({
      routes: ['upper-tribunal'],
      responsible: 'parent or young person',
      next: 'Ask the First-tier Tribunal for permission to appeal, naming the error of law.',
      why: 'A decision can be appealed on a point of law only, and permission comes first.',
      basis: 'Tribunals, Courts and Enforcement Act 2007 s11; Tribunal Rules r46',
      not: {
        'ombudsman.lgsco': 'Courts and tribunals are outside its powers.',
        'judicial-complaint': 'It is about manner, not about who was right.',
      },
    }),
  },
  {
    is: ['judge-conduct'],
    finding: () => ({
      routes: ['judicial-complaint'],
      responsible: 'HMCTS',
      next: 'Complain about how the judge or member behaved.',
      why: 'It is about conduct, not about the decision.',
      basis: 'Judicial Conduct (Tribunals) Rules 2014',
    }),
  },
  {
    is: ['access-request-late', 'data'],
    finding: () => ({
      routes: ['data-complaint', 'ico'],
      responsible: 'data controller',
      next: 'Complain to the body that holds the data; it must acknowledge within 30 days.',
      why: 'The body comes first, then the Information Commissioner.',
      basis: 'UK GDPR arts 12(3), 15; Data Protection Act 2018 s164A (from 19 June 2026)',
      not: { 'council-complaint': 'It may run beside it for the wider delay.' },
    }),
  },
  {
    is: ['mediator-conduct'],
    finding: () => ({
      routes: ['provider-complaint.mediation', 'council-complaint'],
      responsible: 'mediation provider',
      next: 'Complain to the mediation provider.',
      why: 'The provider comes first; the council commissions it and must keep it independent.',
      basis: 'Children and Families Act 2014 ss54, 60; SEND Regulations 2014 reg 40',
    }),
  },
  {
    is: ['ombudsman-decision'],
    finding: () => ({
      routes: ['ombudsman-review', 'judicial-review'],
      responsible: 'LGSCO',
      next: 'Ask the Ombudsman to review its decision.',
      why: 'An Ombudsman looks again where facts were wrong or new evidence has come up.',
      basis: 'LGSCO and PHSO review procedures',
    }),
  },
  {
    is: ['personal-budget'],
    finding: () =>
      councilOnly(
        'Ask the council for a review of its refusal, then complain.',
        'A refused personal budget or direct payment is outside the appeal.',
        'Children and Families Act 2014 s49; SI 2014/1652',
      ),
  },
  {
    is: ['move'],
    finding: () =>
      councilOnly(
        'Write to the new council and ask when it will review the plan.',
        'The new council must keep the plan going and say within 6 weeks when it will review or assess.',
        'SEND Regulations 2014 reg 15',
      ),
  },
  {
    is: ['rudeness', 'council-service'],
    finding: () =>
      councilOnly(
        'Complain to the council.',
        'How a service behaves is for the complaint procedure.',
        'Complaint Handling Code; Local Government Act 1974 s26',
        'council complaints team',
      ),
  },
  {
    is: ['school-about-council', 'disagreement'],
    finding: () => ({
      routes: ['disagreement-resolution', 'council-complaint'],
      responsible: COUNCIL,
      next: 'Ask the council for its disagreement resolution service.',
      why: 'It is free, independent and voluntary on both sides. It stops no clock.',
      basis: 'Children and Families Act 2014 s57',
      warnings: [COMPLAINT_NEVER_STOPS_APPEAL],
    }),
  },
];

/** Where the words say nothing we know: the three most likely routes and people to call, never a dead end. */
export function unsure(s: Situation): Finding {
  return {
    routes: s.plan
      ? ['council-complaint', 'annual-review', 'disagreement-resolution']
      : ['council-complaint', schoolRoute(s), 'disagreement-resolution'],
    responsible: COUNCIL,
    next: 'Call your local SENDIASS, which is free and independent, and ask which of these fits.',
    why: 'We could not tell from the answers. These are the routes that most often help.',
    basis: 'Children and Families Act 2014 ss32, 57',
    warnings: [
      'If you have a letter with a decision of the council, look at its date: you may have only 2 months to appeal.',
    ],
  };
}
