import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { Organisations } from '../organisations';
import { addOrganisationCommands } from './organisation-commands';
import { withApp } from './with-app';

jest.setTimeout(60_000);

describe('Setting up an organisation on the command line', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'recourse-commands-'));
  const before = process.env;
  const said: string[] = [];

  const recourse = async (...words: string[]): Promise<string | undefined> => {
    const program = new Command();
    addOrganisationCommands(program);
    await program.parseAsync(['organisation', ...words], { from: 'user' });
    return said.at(-1);
  };
  const wantsTwo = () =>
    withApp(true, async (app) => (await app.get(Organisations).list()).map((each) => each.secondApproval));

  beforeAll(async () => {
    process.env = { PATH: before.PATH, RECOURSE_DATA: dataDir };
    await withApp(false, async () => undefined);
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  });
  afterAll(() => {
    process.env = before;
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('says whether a second person must approve what binds it', async () => {
    const id = (await recourse('add', '--body', 'council', '--name', 'Riverside Council')) ?? '';
    expect(await wantsTwo()).toEqual([false]);
    expect(await recourse('second-approval', id, 'yes')).toContain('A second person of Riverside Council');
    expect(await wantsTwo()).toEqual([true]);
    await recourse('second-approval', id, 'no');
    expect(await wantsTwo()).toEqual([false]);
    await expect(recourse('second-approval', id, 'perhaps')).rejects.toThrow('Say yes or no, not perhaps');
    await expect(recourse('second-approval', 'nobody', 'yes')).rejects.toThrow(
      'There is no organisation nobody',
    );
  });
});
