// What the law asks a public body to tell everybody who uses its service: how it deals with personal data (UK GDPR article 13),
// which cookies there are, and how accessible it is (Accessibility Regulations 2018). The deployer's names are filled in; what
// it has not given is marked, because a notice without a controller is none.

import type { Config } from '../platform';
import { retentionClasses, retentionDays, retentionIds } from '../privacy';

export interface LegalPage {
  title: string;
  lines: string[];
  sections: { heading: string; lines?: string[]; list?: string[] }[];
  /** What the body that runs the service has still to say. */
  missing: string[];
}

type Deployer = Config['deployer'];

const deployerKeys = ['name', 'contact', 'address', 'officer', 'keptIn', 'reviewed'] as const;

/** What each setting is, for the mark on a page and the warning at the start. */
const deployerSettings: Record<(typeof deployerKeys)[number], { setting: string; title: string }> = {
  name: { setting: 'SERVICE_RUN_BY', title: 'the name of the body that runs this service' },
  contact: { setting: 'SERVICE_CONTACT', title: 'an email address or telephone number' },
  address: { setting: 'SERVICE_ADDRESS', title: 'a postal address' },
  officer: { setting: 'DATA_PROTECTION_OFFICER', title: 'how to reach the data protection officer' },
  keptIn: { setting: 'DATA_KEPT_IN', title: 'the countries in which the data is kept' },
  reviewed: {
    setting: 'ACCESSIBILITY_REVIEWED',
    title: 'the day on which the accessibility statement was reviewed',
  },
};

export const missingOf = (deployer: Deployer, asked: (keyof Deployer)[]): string[] =>
  asked.filter((each) => deployer[each] === undefined).map((each) => deployerSettings[each].title);

/** Settings that the notices lack. */
export const unnamed = (deployer: Deployer): string[] =>
  deployerKeys.filter((each) => deployer[each] === undefined).map((each) => deployerSettings[each].setting);

const said = (text: string | undefined, title: string): string => text ?? `[not given yet: ${title}]`;

const filled = (deployer: Deployer, each: keyof Deployer): string =>
  said(deployer[each], deployerSettings[each].title);

const ICO = 'Information Commissioner’s Office, ico.org.uk, 0303 123 1113';

/** Whole years and months where they come out even: nobody counts 2192 days. */
export function lasting(days: number): string {
  const years = Math.round(days / 365.25);
  if (years >= 1 && Math.abs(days - years * 365.25) <= 1) return years === 1 ? 'one year' : `${years} years`;
  return days === 1 ? 'one day' : `${days} days`;
}

export function privacyPage({ deployer, retention }: Pick<Config, 'deployer' | 'retention'>): LegalPage {
  const days = retentionDays(retention);
  const as = (each: keyof Deployer) => filled(deployer, each);
  return {
    title: 'Privacy',
    missing: missingOf(deployer, ['name', 'contact', 'address', 'officer', 'keptIn']),
    lines: [
      'What you write about a child is sealed. Each dispute has a key of its own.',
      'Our emails never say what a case is about. They never name anybody.',
      'You can see who has opened your case. It is in the history of the case.',
    ],
    sections: [
      {
        heading: 'Who is responsible',
        lines: [
          `This service is run by ${as('name')}.`,
          `You can reach them here: ${as('contact')}. By post: ${as('address')}.`,
          `Their data protection officer: ${as('officer')}.`,
          'Each council, ICB, mediation service or school answers for what it does with your case. In law they are called controllers.',
        ],
      },
      {
        heading: 'What we hold, and why',
        list: [
          'What you write and the documents you add. We need them to deal with the dispute.',
          'Your name and email address, and your phone number if you give it. We need them to let you in and to tell you of dates.',
          'How you can be reached safely, and what you need to take part, such as an interpreter. You need not say it. Those in your case read it to plan.',
          'What each side did, and when. It is the record of the dispute.',
          'Who has opened your case. It keeps your case safe.',
        ],
      },
      {
        heading: 'The law that lets us',
        lines: [
          'Public bodies need this data for their tasks in law. These are in Part 3 of the Children and Families Act 2014. The rule is article 6(1)(e) of the UK GDPR.',
          'Some of it is about health or disability. The rule is article 9(2)(g), with Schedule 1 of the Data Protection Act 2018.',
          'You do not have to use this service. You can go the same ways by letter. We cannot carry a case here without the facts of it.',
        ],
      },
      {
        heading: 'Where it comes from, and who sees it',
        lines: [
          'Most of it comes from you. The other side adds its answers, and papers about you and your child.',
          'Only those who take part in a case see it. Your case shows who they are, under “People and what each sees”.',
          'A firm may run the computers and send the messages. It does only what the bodies above tell it to.',
          'We publish figures. Small numbers are hidden, so that nobody can be found in them.',
          `Your data is kept in ${as('keptIn')}.`,
        ],
      },
      {
        heading: 'How long we keep it',
        list: retentionIds.map(
          (id) =>
            `${retentionClasses[id].title}: ${lasting(days[id])}. Counted from ${retentionClasses[id].from}.`,
        ),
        lines: [
          'Then it is erased. We keep it longer only where the law tells us to. An example is an open claim in court.',
        ],
      },
      {
        heading: 'Rules that act by themselves',
        lines: [
          'A date in law can pass without an answer. Then the case goes up to a person in charge. A rule does that by itself, and nothing else.',
          'A person decides what happens next. A person can also take the step back. No computer decides about your child.',
        ],
      },
      {
        heading: 'Your rights',
        list: [
          'You can have a copy of your data. Sign in and choose “Your account”.',
          'You can have what is wrong put right. Use “Correct a date or an answer” in your case, or write to us.',
          'You can ask us to erase your data, or to stop using it. You can also object to its use.',
          'You have an answer within one month.',
        ],
        lines: [
          `First tell ${as('contact')}. You can also complain to the ${ICO}. You need not wait for us.`,
        ],
      },
    ],
  };
}

export function cookiesPage(): LegalPage {
  return {
    title: 'Cookies',
    missing: [],
    lines: [
      'A cookie is a small note that a website leaves in your browser. We only use those without which this service does not work. So we do not ask you first. Nobody follows you with them.',
    ],
    sections: [
      {
        heading: 'The cookies of this service',
        list: [
          'One keeps you signed in. It goes when you sign out, or when you close your browser. It also stops working when you have not used it for a while.',
          'One ties a sign-in code to your browser. It goes when you close your browser.',
          'If you start a case from the result page, one cookie keeps the answers you gave there. It goes when the case is started, or when you close your browser.',
          'If you choose a language, one cookie remembers it. It goes when you close your browser.',
        ],
      },
    ],
  };
}

export function accessibilityPage({ deployer }: Pick<Config, 'deployer'>): LegalPage {
  const as = (each: keyof Deployer) => filled(deployer, each);
  return {
    title: 'Accessibility statement',
    missing: missingOf(deployer, ['name', 'contact', 'reviewed']),
    lines: [
      `This service is run by ${as('name')}. We want everybody to be able to use it.`,
      'You can zoom to 400%. You can use a keyboard alone, a screen reader, or your voice. Nothing needs JavaScript or a mouse.',
      'AbilityNet helps if you have a disability and want your device to be easier to use: mcmw.abilitynet.org.uk.',
    ],
    sections: [
      {
        heading: 'How accessible it is',
        lines: [
          'It is partly compliant with the Web Content Accessibility Guidelines (WCAG), version 2.2, level AA. What is left is listed here.',
        ],
      },
      {
        heading: 'What is not accessible',
        list: [
          'Documents that others add may be pictures of paper. A screen reader cannot read those (WCAG 1.1.1 and 1.3.1). Ask for them in another form.',
          'Some pages are not in Welsh yet. They say so at the top.',
          'People who use assistive technology have not tried this service yet. There may be faults that no machine can find.',
        ],
      },
      {
        heading: 'Tell us what does not work',
        lines: [
          `You cannot use something, or need it in large print, easy read, braille or audio? Tell us: ${as('contact')}. You have an answer within ten working days.`,
        ],
      },
      {
        heading: 'If you are not happy with our answer',
        lines: [
          'The Equality and Human Rights Commission (EHRC) enforces the accessibility regulations. Their full name is the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
          'Contact the Equality Advisory and Support Service (EASS): equalityadvisoryservice.com, 0808 800 0082.',
        ],
      },
      {
        heading: 'How we tested it',
        lines: [
          'Every page is tested by machine at each change, with axe-core and html-validate. Widths, zoom, high contrast and the keyboard are tried too.',
          `This statement was last reviewed on ${as('reviewed')}.`,
        ],
      },
    ],
  };
}
