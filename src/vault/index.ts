// Personal text under seal.

export { vaultEntities } from './entities';
export { masterKey } from './master-key';
export { ERASED, Vault, type Fetched } from './vault';
export { VaultModule } from './vault.module';
