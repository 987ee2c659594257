// Who holds the token, and for what. No cookies here: nothing a browser sends by itself opens the API.

import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Tokens, type TokenScope } from '../access';
import type { Who } from '../engine';
import { Db } from '../persistence';
import { Clock, Refusal } from '../platform';

type WithHolder = Request & { holder?: Who & { kind: 'person' } };

const SCOPE = 'scope';
export const Needs = (scope: TokenScope) => SetMetadata(SCOPE, scope);

export const Holder = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<WithHolder>().holder,
);

@Injectable()
export class Bearer implements CanActivate {
  constructor(
    private readonly tokens: Tokens,
    private readonly reflector: Reflector,
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WithHolder>();
    const [, token] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
    const found = token ? await this.tokens.find(token) : undefined;
    if (!found)
      throw new Refusal(
        'not-signed-in',
        'Send "Authorization: Bearer TOKEN" with a token that is still valid.',
      );
    const scope = this.reflector.get<TokenScope>(SCOPE, context.getHandler());
    if (!found.scopes.includes(scope)) throw new Refusal('not-allowed', `This token is not for ${scope}.`);
    request.holder = { kind: 'person', personId: found.personId };
    this.db.readAs({ personId: found.personId, at: this.clock.instant() });
    return true;
  }
}
