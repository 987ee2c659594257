// Cases that come in from another system, and everything that goes out in open formats.

export { exchangeEntities } from './entities';
export { ExchangeModule } from './exchange.module';
export { Exporter, type Export, type ExportedTable } from './exporter';
export { Importer, type ImportReport, type LineFault } from './importer';
export { readMapping, type Mapping } from './mapping';
