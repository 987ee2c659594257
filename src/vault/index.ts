// Personal text under seal.

export { vaultEntities } from './entities';
export { Vault, type Fetched } from './vault';
export { VaultModule } from './vault.module';
