import { demonstrate, PHONE, DESK } from './demonstration';
import { Cases } from '../../src/engine';
import { Demo } from '../../src/demo';
jest.setTimeout(600_000);
it('looks', async () => {
  const demo = await demonstrate();
  const story = demo.app.get(Demo).story!;
  const person = (l: string) => ({ kind: 'person' as const, personId: story.people.find((p) => p.label.startsWith(l))!.id });
  const page = await demo.as('Grace', { bypassCSP: false });
  const shot = async (name: string, p = page) => {
    for (const size of [PHONE, DESK]) {
      await p.setViewportSize(size);
      await p.screenshot({ path: `/tmp/desk-pics/${name}-${size.width}.png`, fullPage: true });
    }
  };
  void Cases; void person;
  const ref = story.cases.mediation;
  await page.goto(`${demo.url}/cases/${ref}`);
  await shot('grace-case');
  await page.goto(`${demo.url}/desk/cases/${ref}/write/agreement-recorded`);
  await page.locator('[name="points[0][what]"]').fill('Twelve speech therapy sessions');
  await page.getByLabel('The ICB').check();
  await page.getByLabel('Something else', { exact: true }).check();
  await page.getByRole('button', { name: 'Show the dates' }).last().click();
  await shot('grace-agreement');
  await page.getByRole('button', { name: 'Continue to check' }).click();
  await shot('grace-check');
  await page.goto(`${demo.url}/desk/cases/${ref}/choices`);
  await shot('grace-choices');
  await demo.close();
});
