import { Global, Module } from '@nestjs/common';
import { DataCopy } from './data-copy';
import { Erasure } from './erasure';
import { Holds } from './holds';
import { ErasureRequests } from './requests';
import { Retention } from './retention';
import { UnusualReading } from './unusual-reads';

const services = [DataCopy, Erasure, ErasureRequests, Holds, Retention, UnusualReading];

@Global()
@Module({ providers: services, exports: services })
export class PrivacyModule {}
