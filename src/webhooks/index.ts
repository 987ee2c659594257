// Telling an organisation's own systems that a case has changed (Standard Webhooks).

export { webhookEntities, type Webhook } from './entities';
export { WebhookSender, type WebhookBody } from './webhook-sender';
export { Webhooks, type WebhookView } from './webhooks';
export { WebhooksModule } from './webhooks.module';
