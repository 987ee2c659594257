// Sealed text and the keys it is sealed with.

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The key of one subject (a dispute, or a person), itself sealed with the master key. */
@Entity('vault_keys')
export class VaultKey {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  subject!: string;

  @Column({ name: 'wrapped_key', type: 'text' })
  wrappedKey!: string;

  @Column({ name: 'made_at', type: 'varchar', length: 24 })
  madeAt!: string;
}

@Entity('sealed')
@Index('sealed_subject', ['subject'])
export class Sealed {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ type: 'varchar', length: 36 })
  subject!: string;

  /** AES-256-GCM: base64 of nonce, tag and ciphertext. */
  @Column({ type: 'text' })
  cipher!: string;
}

export const vaultEntities = [VaultKey, Sealed];
