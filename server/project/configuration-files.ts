/** What configurations are read from: files on disk, or what an editor gives of its workspace. */
import type { FileFailure } from './read-file.ts';

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'failed'; readonly reason: FileFailure };

export interface ConfigurationFiles {
  absolute(path: string): string;
  /** The folder that holds a file or a folder; of the topmost one that folder itself. */
  above(path: string): string;
  /** The path that the file at `path` means by one that it writes; a mere name: beside it. */
  beside(path: string, written: string): string;
  /** The path of a file of a folder. */
  inside(folder: string, name: string): string;
  exists(path: string): boolean | Promise<boolean>;
  /** Never rejects. */
  read(path: string): FileText | Promise<FileText>;
}
