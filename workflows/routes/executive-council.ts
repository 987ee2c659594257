// Escalation to the director of children's services, then to the council's chief executive.

import { executiveRoute } from './parts/executive';

export const executiveCouncil = executiveRoute({
  id: 'executive.council',
  title: "Escalation to the director of children's services",
  body: 'the council',
  lead: "director of children's services",
  top: 'council chief executive',
  office: 'council complaints team',
  law: ['Children Act 2004 s18'],
});
