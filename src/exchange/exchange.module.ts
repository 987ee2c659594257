import { Module } from '@nestjs/common';
import { Exporter } from './exporter';
import { Importer } from './importer';

@Module({ providers: [Importer, Exporter], exports: [Importer, Exporter] })
export class ExchangeModule {}
