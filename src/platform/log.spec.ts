import { faultOf, log, logFrom } from '.';

describe('The log', () => {
  const said: string[] = [];
  let spy: jest.SpyInstance;
  beforeEach(() => {
    said.length = 0;
    spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  });
  afterEach(() => {
    spy.mockRestore();
    logFrom('info');
  });

  it('is one JSON line for each thing, with its time and its weight', () => {
    log('warn', 'something', { kind: 'reminders', count: 3, nothing: undefined });
    expect(said).toHaveLength(1);
    expect(said[0]?.endsWith('}\n')).toBe(true);
    expect(JSON.parse(said[0] as string)).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      level: 'warn',
      message: 'something',
      kind: 'reminders',
      count: 3,
    });
  });

  it('leaves out what is less than an operator wants to know', () => {
    log('debug', 'small');
    logFrom('error');
    log('warn', 'middle');
    log('error', 'large');
    expect(said.map((line) => (JSON.parse(line) as { message: string }).message)).toEqual(['large']);
  });

  it('says of an error what it is and where it arose, and nothing of what it quotes', () => {
    const parse = () => JSON.parse('{"child": "ZZCHILD",}') as unknown;
    const errors: unknown[] = [
      'ZZCHILD',
      Object.assign(new Error('Key (email)=(zzchild@example.org) already exists'), { code: '23505' }),
      // Lines that look like places in the code, and a code that is none.
      Object.assign(new Error('no\n    at ZZCHILD (ZZPLACE.ts:1:1)'), { code: 'ZZCHILD said no' }),
    ];
    try {
      parse();
    } catch (error) {
      errors.push(error);
    }
    for (const error of errors) log('error', 'failed', faultOf(error));
    expect(said.join('')).not.toMatch(/zzchild|zzplace/i);
    expect(said.join('')).toContain('"code":"23505"');
    expect(said.join('')).toContain('SyntaxError');
    expect(said.join('')).toContain('log.spec.ts');
  });
});
