import { routes } from '../..';
import { differencesOf, examine } from '../../kit';
import { schoolComplaintAcademy } from '../school-complaint-academy';
import { schoolComplaint2029 } from './school-complaint-2029';

describe('The proposed school panel', () => {
  it('is sound, and in no registry', () => {
    expect(examine(schoolComplaint2029, [...routes])).toEqual([]);
    expect(routes).not.toContain(schoolComplaint2029);
  });

  it('sets no hearing without a SEND specialist', () => {
    const set = { hearing: '2029-11-05', panel: 'proper' };
    const takes = (route: typeof schoolComplaintAcademy, data: object) =>
      route.events['hearing-set']?.data.safeParse(data).success;
    expect(takes(schoolComplaintAcademy, set)).toBe(true);
    expect(takes(schoolComplaint2029, set)).toBe(false);
    expect(takes(schoolComplaint2029, { ...set, specialist: 'yes' })).toBe(true);
  });

  it('differs from the present procedure in nothing else', () => {
    const where = differencesOf(schoolComplaintAcademy, schoolComplaint2029).map((each) => each.where);
    expect(new Set(where)).toEqual(new Set(['route', 'event hearing-set']));
  });
});
