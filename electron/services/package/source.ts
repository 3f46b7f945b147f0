import type { Stats } from 'node:fs';
import type { PackageProblem, PackageStatus } from '../../../shared/package/verification.ts';
import { showable } from '../../../shared/values/text.ts';

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
  /** Name of the bag's root folder; '' where it has none. */
  readonly rootName: string;
  readonly hasPayloadFolder: boolean;
  /** The archive's own comment, one character a byte; '' where there is none. */
  readonly comment: string;
  /** The file as it was unpacked, or its first bytes up to `end`; a piece is good until the next is asked for. */
  read(file: SourceFile, end?: number): AsyncIterable<Buffer>;
  /** Whether it still is what was looked at in the beginning. */
  isUnchanged(): Promise<boolean>;
  close(): void;
}

/** What every change of a file's content shows in. */
export function markOf({ size, mtimeMs, ctimeMs }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs}`;
}

/** Findings kept of one kind, and of all kinds together: a stranger's bag may hold a million of them. */
const KEPT_OF_A_KIND = 100;
const KEPT = 1000;
/** UTF-16 units of a path and of a message. */
const PATH_UNITS = 200;
const MESSAGE_UNITS = 300;

/** A status with the findings that led to it, collected on the way; the worst wins. */
export class Findings {
  readonly #kept: PackageProblem[] = [];
  readonly #counts = new Map<
    string,
    { severity: PackageProblem['severity']; code: string; left: number; of: number }
  >();
  #status: PackageStatus | undefined;

  /** The worst that was found; undefined where there is nothing wrong. */
  get status(): PackageStatus | undefined {
    return this.#status;
  }

  add(status: PackageStatus, code: string, path: string, message: string): void {
    if (rank(status) > rank(this.#status)) this.#status = status;
    this.#note('problem', code, path, message);
  }

  /** As `add`, of the whole: told before what was found of its parts meanwhile. */
  addFirst(status: PackageStatus, code: string, path: string, message: string): void {
    if (rank(status) > rank(this.#status)) this.#status = status;
    this.#kept.unshift({ code, path, message, severity: 'problem' });
  }

  remark(code: string, path: string, message: string): void {
    this.#note('remark', code, path, message);
  }

  has(code: string): boolean {
    return this.#kept.some((each) => each.code === code);
  }

  /** What was found, problems first; of a kind at most 100, then how many more there are. */
  list(): PackageProblem[] {
    const more = [...this.#counts.values()].flatMap(({ severity, code, left }) =>
      left === 0 ? [] : [{ code, path: '', message: `同类情况另有 ${left} 处，没有逐一列出`, severity }],
    );
    const all = [...this.#kept, ...more];
    return [
      ...all.filter(({ severity }) => severity === 'problem'),
      ...all.filter(({ severity }) => severity === 'remark'),
    ];
  }

  #note(severity: PackageProblem['severity'], code: string, path: string, message: string): void {
    const kind = `${severity} ${code}`;
    const count = this.#counts.get(kind) ?? { severity, code, left: 0, of: 0 };
    this.#counts.set(kind, count);
    count.of += 1;
    if (count.of > KEPT_OF_A_KIND || this.#kept.length >= KEPT) {
      count.left += 1;
      return;
    }
    this.#kept.push({
      code,
      path: showable(path, PATH_UNITS),
      message: showable(message, MESSAGE_UNITS),
      severity,
    });
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
