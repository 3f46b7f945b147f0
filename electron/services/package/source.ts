import type { Readable } from 'node:stream';
import type { PackageProblem, PackageStatus } from '../../../shared/package/verification.ts';

/** One file of a bag, wherever the bag lies. */
export interface SourceFile {
  /** Path below the bag's root, with forward slashes. */
  readonly path: string;
  /** As declared by the container; reading more than this is an error. */
  readonly bytes: number;
  /** CRC-32 by the container's directory; absent in a folder. */
  readonly crc32?: number;
  /** True where the container does not say in which encoding the name is. */
  readonly nameUncertain?: boolean;
}

/** A bag to be read: a ZIP or a folder. */
export interface BagSource {
  readonly files: readonly SourceFile[];
  readonly hasPayloadFolder: boolean;
  /** The archive's own comment, one character a byte; '' where there is none. */
  readonly comment: string;
  /** Findings about the container itself. */
  readonly problems: readonly PackageProblem[];
  /** The worst that those findings mean; undefined where there is nothing wrong. */
  readonly status: PackageStatus | undefined;
  open(file: SourceFile): Promise<Readable>;
  close(): void;
}

export function problem(code: string, path: string, message: string): PackageProblem {
  return { code, path, message, severity: 'problem' };
}

export function remark(code: string, path: string, message: string): PackageProblem {
  return { code, path, message, severity: 'remark' };
}

/** A status with the findings that led to it, collected on the way; the worst wins. */
export class Findings {
  readonly problems: PackageProblem[] = [];
  status: PackageStatus | undefined;

  add(status: PackageStatus, code: string, path: string, message: string): void {
    this.problems.push(problem(code, path, message));
    if (rank(status) > rank(this.status)) this.status = status;
  }

  remark(code: string, path: string, message: string): void {
    this.problems.push(remark(code, path, message));
  }

  take(source: {
    readonly problems: readonly PackageProblem[];
    readonly status: PackageStatus | undefined;
  }): void {
    this.problems.push(...source.problems);
    if (rank(source.status) > rank(this.status)) this.status = source.status;
  }
}

const ORDER: readonly (PackageStatus | undefined)[] = [
  undefined,
  'intact',
  'suspect',
  'unsupported',
  'not-a-package',
  'damaged',
  'unsafe',
];

function rank(status: PackageStatus | undefined): number {
  return ORDER.indexOf(status);
}
