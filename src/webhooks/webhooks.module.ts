import { Global, Module } from '@nestjs/common';
import { Webhooks } from './webhooks';
import { WebhookSender } from './webhook-sender';

@Global()
@Module({ providers: [Webhooks, WebhookSender], exports: [Webhooks, WebhookSender] })
export class WebhooksModule {}
