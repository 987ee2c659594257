// Escalation to the ICB's executive lead for SEND, then to its chief executive and board.

import { executiveRoute } from './parts/executive';

export const executiveIcb = executiveRoute({
  id: 'executive.icb',
  title: 'Escalation to the ICB executive lead for SEND',
  body: 'the ICB',
  lead: 'ICB executive lead',
  top: 'ICB chief executive',
  office: 'designated clinical officer',
  law: ['NHS England: executive lead roles within integrated care boards (statutory guidance, May 2023)'],
});
