import {
  BANK_HOLIDAYS_KNOWN_TO,
  bundledHolidays,
  currentHolidays,
  Holidays,
  isWorkingDay,
  mergeBankHolidays,
  projectedBankHolidays,
  useHolidays,
  weekdayName,
  type BankHoliday,
} from '.';

const inYear = (year: number) => bundledHolidays.events.filter(({ date }) => date.startsWith(String(year)));

describe('Bank holidays in England and Wales', () => {
  it.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])('those of %i are those of the standing law', (year) => {
    expect(inYear(year).map(({ date, title }) => ({ date, title }))).toEqual(projectedBankHolidays(year));
  });

  it('those of 2023 have the coronation beside them', () => {
    const proclaimed = inYear(2023).filter(({ title }) => title.includes('coronation'));
    expect(proclaimed.map(({ date }) => date)).toEqual(['2023-05-08']);
    expect(inYear(2023)).toHaveLength(projectedBankHolidays(2023).length + 1);
  });

  it('says which are announced and which are only worked out', () => {
    expect(bundledHolidays.announcedTo).toBe('2028-12-31');
    expect(BANK_HOLIDAYS_KNOWN_TO).toBe('2030-12-31');
    expect(inYear(2028).every(({ status }) => status === 'announced')).toBe(true);
    expect(inYear(2029).every(({ status }) => status === 'projected')).toBe(true);
  });

  // Substitute days as GOV.UK published them for years in which Christmas or New Year fell on a weekend.
  it.each([
    [2016, ['2016-12-26', '2016-12-27']],
    [2020, ['2020-12-25', '2020-12-28']],
    [2021, ['2021-12-27', '2021-12-28']],
    [2022, ['2022-12-26', '2022-12-27']],
  ])('gives the substitute days of Christmas %i', (year, days) => {
    const christmas = projectedBankHolidays(year).filter(({ date }) => date.slice(5, 7) === '12');
    expect(christmas.map(({ date }) => date)).toEqual(days);
  });

  it('never falls on a weekend in any year the calendar reaches, and there are eight', () => {
    for (let year = 1980; year <= 2199; year += 1) {
      const days = projectedBankHolidays(year);
      expect(new Set(days.map(({ date }) => date)).size).toBe(8);
      for (const { date } of days) expect(['Saturday', 'Sunday']).not.toContain(weekdayName(date));
    }
  });

  it('takes in a day proclaimed at short notice, without touching the set it came from', () => {
    const withJubilee = bundledHolidays.with('2026-06-05', 'Proclaimed bank holiday');
    expect(isWorkingDay('2026-06-05', 'complaints', withJubilee)).toBe(false);
    expect(withJubilee.titleOf('2026-06-05')).toBe('Proclaimed bank holiday');
    expect(isWorkingDay('2026-06-05')).toBe(true);
  });

  it('counts with another set where the program has put one in use', () => {
    const before = currentHolidays();
    try {
      useHolidays(bundledHolidays.with('2026-06-05', 'Proclaimed bank holiday'));
      expect(isWorkingDay('2026-06-05')).toBe(false);
    } finally {
      useHolidays(before);
    }
    expect(isWorkingDay('2026-06-05')).toBe(true);
  });

  it('refuses an empty calendar', () => {
    expect(() => new Holidays([])).toThrow('at least one');
  });
});

describe('Taking in a newer list from GOV.UK', () => {
  const events = (
    changes: (list: { date: string; title: string }[]) => { date: string; title: string }[],
  ) => ({
    'england-and-wales': { division: 'england-and-wales', events: changes(projectedBankHolidays(2029)) },
    scotland: { division: 'scotland', events: [] },
  });

  it('confirms projected days and says that nothing else moved', () => {
    const merge = mergeBankHolidays(
      bundledHolidays,
      events((list) => list),
    );
    expect(merge.confirmed.map(({ date }) => date)).toEqual(
      projectedBankHolidays(2029).map(({ date }) => date),
    );
    expect([merge.added, merge.removed, merge.renamed]).toEqual([[], [], []]);
    expect(merge.holidays.announcedTo).toBe('2029-12-31');
    expect(merge.holidays.events).toHaveLength(bundledHolidays.events.length);
  });

  it('names each day that is new, gone or renamed', () => {
    const merge = mergeBankHolidays(
      bundledHolidays,
      events((list) => [
        ...list
          .filter(({ date }) => date !== '2029-05-07')
          .map((event) => (event.date === '2029-05-28' ? { ...event, title: 'Spring holiday' } : event)),
        { date: '2029-05-08', title: 'Early May bank holiday (VE day)' },
      ]),
    );
    expect(merge.added.map(({ date }) => date)).toEqual(['2029-05-08']);
    expect(merge.removed.map(({ date }) => date)).toEqual(['2029-05-07']);
    expect(merge.renamed.map(({ from, to }) => [from.title, to.title])).toEqual([
      ['Spring bank holiday', 'Spring holiday'],
    ]);
    expect(merge.holidays.titleOf('2029-05-07')).toBeUndefined();
    expect(merge.holidays.titleOf('2026-12-25')).toBe('Christmas Day');
  });

  const valid: BankHoliday[] = projectedBankHolidays(2031).map((day) => ({ ...day, status: 'announced' }));
  it.each<[string, unknown, string]>([
    ['is not a list', { scotland: {} }, 'GOV.UK shape'],
    ['is empty', { division: 'england-and-wales', events: [] }, 'GOV.UK shape'],
    ['is of another country', { division: 'scotland', events: valid }, 'GOV.UK shape'],
    [
      'has an impossible day',
      { division: 'england-and-wales', events: [{ date: '2031-02-30', title: 'X' }] },
      'GOV.UK shape',
    ],
    ['has a day twice', { division: 'england-and-wales', events: [...valid, valid[0]] }, 'twice'],
    [
      'has a weekend day',
      { division: 'england-and-wales', events: [...valid, { date: '2031-05-10', title: 'X' }] },
      'weekend',
    ],
    ['is cut off', { division: 'england-and-wales', events: valid.slice(0, 5) }, 'only 5 days'],
  ])('refuses a file that %s', (_what, file, why) => {
    expect(() => mergeBankHolidays(bundledHolidays, file)).toThrow(why);
  });
});
