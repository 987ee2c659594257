// Where sealed files lie. What is put here is sealed already: whoever reads the folder reads noise.

import { open, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export abstract class FileStore {
  /** Comes back only when it would survive a power cut. */
  abstract put(name: string, sealed: Buffer): Promise<void>;

  /** Nothing where there is no such file. @throws Error where that cannot be told */
  abstract get(name: string): Promise<Buffer | undefined>;

  /** Does nothing where there is no such file. */
  abstract remove(name: string): Promise<void>;

  /** Those that were put before a moment. */
  abstract olderThan(instant: Date): Promise<string[]>;
}

const NAME = /^[0-9a-f-]{36}$/;

export class FolderStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(name: string, sealed: Buffer): Promise<void> {
    const path = this.pathOf(name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(sealed);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
    const folder = await open(dirname(path), 'r');
    await folder.sync().finally(() => folder.close());
  }

  async get(name: string): Promise<Buffer | undefined> {
    const path = this.pathOf(name);
    try {
      return await readFile(path);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
      // Its shelf stays where it once lay. Without it this is another folder, such as one on which no disk is mounted.
      await stat(dirname(path));
      return undefined;
    }
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  async olderThan(instant: Date): Promise<string[]> {
    const found: string[] = [];
    for (const shelf of await readdir(this.folder).catch(() => [])) {
      for (const name of await readdir(join(this.folder, shelf))) {
        const { mtime } = await stat(join(this.folder, shelf, name));
        if (NAME.test(name) && mtime < instant) found.push(name);
      }
    }
    return found;
  }

  private pathOf(name: string): string {
    if (!NAME.test(name)) throw new Error('A file is named by an id');
    return join(this.folder, name.slice(0, 2), name);
  }
}
