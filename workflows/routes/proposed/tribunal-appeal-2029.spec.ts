import { routes } from '../..';
import { differencesOf, examine } from '../../kit';
import { Journey } from '../../../test/journey';
import { tribunalAppeal } from '../tribunal-appeal';
import { tribunalAppeal2029 } from './tribunal-appeal-2029';

const aboutTheSchool = { decision: 'contents', sections: ['I'], noticeSent: '2026-10-05' };

describe('The proposed appeal', () => {
  it('is sound, and in no registry', () => {
    expect(examine(tribunalAppeal2029, [...routes])).toEqual([]);
    expect(routes).not.toContain(tribunalAppeal2029);
  });

  it('asks for mediation first where the present law does not', () => {
    expect(new Journey(tribunalAppeal, aboutTheSchool, '2026-10-06').stage).toBe('ready');
    expect(new Journey(tribunalAppeal2029, aboutTheSchool, '2026-10-06').stage).toBe('certificate');
  });

  it('takes no order that names the school', () => {
    const sent = (kind: string) => ({ sent: '2026-11-02', points: [{ what: 'Change it', kind }] });
    const takes = (route: typeof tribunalAppeal, kind: string) =>
      route.events['order-made']?.data.safeParse(sent(kind)).success;
    expect(takes(tribunalAppeal, 'order.amend-placement')).toBe(true);
    expect(takes(tribunalAppeal2029, 'order.amend-placement')).toBe(false);
    expect(takes(tribunalAppeal2029, 'order.amend-contents')).toBe(true);
  });

  it('differs from the present law in nothing else', () => {
    const differences = differencesOf(tribunalAppeal, tribunalAppeal2029);
    expect(differences.map(({ where, what }) => `${where}: ${what}`)).toEqual([
      'route: summary',
      'route: law',
      'route: effective',
      'event consent-order: question kind of points',
      'event order-made: question kind of points',
      'condition "a certificate is needed": when it holds',
    ]);
    expect(differences[3]?.before).toContain('change only the school');
    expect(differences[3]?.after).not.toContain('school');
  });
});
