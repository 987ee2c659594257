// What the law asks to be told is there, with the deployer's names, or a mark where they are missing.

import { readConfig } from '../platform';
import { retentionClasses } from '../privacy';
import { accessibilityPage, cookiesPage, lasting, privacyPage, unnamed, type LegalPage } from './legal';

const NAMED = {
  SERVICE_RUN_BY: 'Hillshire Council',
  SERVICE_CONTACT: 'help@hillshire.example',
  SERVICE_ADDRESS: '1 Hill Street, Hillshire HS1 1AA',
  DATA_PROTECTION_OFFICER: 'dpo@hillshire.example',
  DATA_KEPT_IN: 'the United Kingdom',
  ACCESSIBILITY_REVIEWED: '1 October 2026',
};

const textOf = ({ lines, sections }: LegalPage): string =>
  [
    ...lines,
    ...sections.flatMap(({ heading, lines: more = [], list = [] }) => [heading, ...more, ...list]),
  ].join('\n');

describe('The notices that the law asks for', () => {
  it('name who is responsible, for what, by which law, for how long, and where to complain (UK GDPR article 13)', () => {
    const text = textOf(privacyPage(readConfig(NAMED)));
    for (const named of [
      'SERVICE_RUN_BY',
      'SERVICE_CONTACT',
      'SERVICE_ADDRESS',
      'DATA_PROTECTION_OFFICER',
    ] as const)
      expect(text).toContain(NAMED[named]);
    for (const asked of [
      /article 6\(1\)\(e\)/,
      /article 9\(2\)\(g\)/,
      /copy of your data/,
      /put right/,
      /erase/,
      /object/,
    ])
      expect(text).toMatch(asked);
    expect(text).toMatch(/Information Commissioner’s Office/);
    expect(text).toMatch(/A person decides what happens next/);
    for (const { title } of Object.values(retentionClasses)) expect(text).toContain(title);
    expect(text).toContain('a dispute whose cases are all over: 6 years');
  });

  it('say how long this deployer keeps things, not how long is usual', () => {
    expect(textOf(privacyPage(readConfig({ RECOURSE_RETENTION: 'dispute=3650,draft=30' })))).toMatch(
      /all over: 3650 days[\s\S]*not sent: 30 days/,
    );
    expect([lasting(2192), lasting(731), lasting(365), lasting(366), lasting(90), lasting(1)]).toEqual([
      '6 years',
      '2 years',
      'one year',
      'one year',
      '90 days',
      'one day',
    ]);
  });

  it('say in the words of the regulations how accessible the service is, and who enforces that', () => {
    const text = textOf(accessibilityPage(readConfig(NAMED)));
    for (const asked of [
      /partly compliant/,
      /WCAG\), version 2\.2, level AA/,
      /EHRC\) enforces/,
      /EASS/,
      /1 October 2026/,
    ])
      expect(text).toMatch(asked);
    expect(text).toContain(
      'Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018',
    );
  });

  it('mark what the deployer has not said, on the page and by its setting', () => {
    const bare = readConfig({});
    expect(unnamed(bare.deployer)).toEqual(Object.keys(NAMED));
    expect(privacyPage(bare).missing).toHaveLength(5);
    expect(textOf(privacyPage(bare))).toContain(
      '[not given yet: the name of the body that runs this service]',
    );
    expect(accessibilityPage(bare).missing).toHaveLength(3);
    expect(privacyPage(readConfig(NAMED)).missing).toEqual([]);
    expect(unnamed(readConfig(NAMED).deployer)).toEqual([]);
    expect(textOf(privacyPage(readConfig(NAMED)))).not.toContain('not given');
    expect(cookiesPage().missing).toEqual([]);
  });

  it('are those of an invented body in the demonstration', () => {
    expect(textOf(privacyPage(readConfig({ ...NAMED, RECOURSE_DEMO: '1' })))).toContain('which is invented');
  });
});
