import { isRuleId, listRules, ruleIds, ruleOf, rules } from '.';

const contract =
  `mediation.contact mediation.certificate.declined mediation.notify-icb mediation.arrange.authority
  mediation.arrange.icb mediation.certificate.not-arranged mediation.certificate.concluded
  mediation.agreement.no-appeal-right mediation.agreement.notify-authority order.assess.notify
  order.assess.refuse-plan order.assess.final-plan order.make-plan.draft order.make-plan.final order.reconsider
  order.amend-contents order.amend-placement order.continue-and-amend unopposed.assess unopposed.amend-contents
  unopposed.amend-placement unopposed.make-plan appeal.lodge appeal.register appeal.respond appeal.permission
  appeal.set-aside upper-tribunal.permission upper-tribunal.appeal recommendation.respond discrimination.claim
  ehc.assess.decide ehc.plan.refuse ehc.plan.final ehc.health-advice ehc.review.decide ehc.review.final
  ehc.draft.representations ehc.reassess.decide council.acknowledge council.stage-1 council.stage-1.extended
  council.stage-2.acknowledge council.stage-2 council.stage-2.extended ombudsman.lgsco.complain
  ombudsman.phso.complain social-care.stage-1 social-care.stage-1.extended social-care.stage-2.request
  social-care.stage-2 social-care.stage-2.extended social-care.panel.request social-care.panel
  social-care.panel.report social-care.panel.response nhs.complain nhs.acknowledge nhs.respond
  data.complaint.acknowledge data.access`.split(/\s+/);

describe('The registry of rules', () => {
  it('has every rule that other programs rely on', () => {
    expect(contract.filter((id) => !isRuleId(id))).toEqual([]);
  });

  it('has, for what was agreed at mediation, each rule there is for an order, with the same time', () => {
    const orders = ruleIds.filter((id) => id.startsWith('order.'));
    expect(orders.length).toBeGreaterThanOrEqual(9);
    for (const id of orders) {
      const agreed = rules[`mediation.agreement.${id}` as keyof typeof rules];
      expect(agreed.limbs.map(({ from, period }) => [from, period])).toEqual(
        ruleOf(id).limbs.map(({ period }) => ['agreed', period]),
      );
      expect(agreed.citation).toContain('reg 42(2) with reg 44');
    }
  });

  it('is plain data, with what each rule needs and where it stands', () => {
    const listed = JSON.parse(JSON.stringify(listRules())) as ReturnType<typeof listRules>;
    expect(listed.map(({ id }) => id)).toEqual([...ruleIds]);
    expect(listed.find(({ id }) => id === 'appeal.lodge')).toMatchObject({
      title: 'Appeal to the SEND Tribunal: the appeal form must arrive',
      inputs: [
        { name: 'noticeSent', required: true, question: 'When was the decision notice sent?' },
        { name: 'certificateIssued', required: false },
      ],
      kind: 'statutory',
      clock: 'tribunal-start',
      familyLimit: true,
      confidence: 'seen',
      effective: { from: '2014-09-01' },
    });
  });

  it('never passes off a promise or a policy as law', () => {
    for (const { id, kind } of listRules()) {
      if (/^(executive|disagreement|provider-complaint)\./.test(id))
        expect([id, kind]).toEqual([id, 'service-standard']);
      if (id.startsWith('school.')) expect([id, kind]).toEqual([id, 'policy']);
      if (id.startsWith('council.')) expect(['guidance', 'policy']).toContain(kind);
    }
  });

  it('gives every title in few words and no two rules the same one within a route', () => {
    const titles = ruleIds.map((id) => `${id.split('.')[0]}: ${ruleOf(id).title}`);
    expect(titles.filter((title, n) => titles.indexOf(title) !== n)).toEqual([]);
  });
});
