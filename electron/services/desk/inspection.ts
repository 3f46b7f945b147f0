import type { Assessment } from '../../../shared/assessment/schema.ts';
import type { Verification } from '../../../shared/package/verification.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import type { TaskOptions } from '../package/progress.ts';
import { statedHash } from '../package/seal.ts';
import { type Inspected, inspectPackage } from '../package/verify.ts';
import { matchStandard, type OwnStandard } from './match-standard.ts';
import type { PackageContents } from './package-folder.ts';

export interface FileToInspect {
  readonly path: string;
  /** Of the whole file. */
  readonly bytes: number;
}

/** What a file is by itself, whatever else is on the desk. Plain data: it may come from a thread. */
export interface Inspection {
  readonly verification: Verification;
  /** Not the file that the program wrote: unpacked and zipped again. */
  readonly rezipped: boolean;
  /** Where things lie in it; absent where it is no package, as is what follows. */
  readonly places?: PackageContents;
  readonly assessment?: Assessment;
  readonly standard?: OwnStandard;
}

export type Inspect = (file: FileToInspect, task: TaskOptions) => Promise<Inspection>;

/** Verifies a file; `wanted` is the desk's standard. Nothing is written. */
export async function inspectFile(
  wanted: Standard,
  { path, bytes }: FileToInspect,
  task: TaskOptions,
): Promise<Inspection> {
  const inspected = await inspectPackage(path, task);
  inspected.source.close();
  const { verification, contents } = inspected;
  const places = placesOf(inspected);
  return {
    verification,
    rezipped: (await statedHash(path, bytes)) === undefined,
    ...(places && { places }),
    ...(contents && {
      assessment: contents.assessment,
      standard: besideThe(wanted, contents.standard),
    }),
  };
}

function besideThe(wanted: Standard, own: Standard): OwnStandard {
  const match = matchStandard(wanted, own);
  return { match, ...(!match.isSame && { other: own }) };
}

/** Where things lie in a package that is on the desk, read from it anew; undefined where it is none. */
export async function placesIn(path: string): Promise<PackageContents | undefined> {
  const inspected = await inspectPackage(path);
  inspected.source.close();
  return placesOf(inspected);
}

/** Where assessment, standard and each piece of evidence lie in the archive. */
function placesOf({ bag, contents }: Inspected): PackageContents | undefined {
  if (!bag || !contents) return undefined;
  const wanted = new Set(contents.assessment.evidence.map(({ sha256 }) => sha256));
  const evidence: Record<string, string> = {};
  for (const [path, file] of bag.payload) {
    const hash = bag.hashes.get(path);
    if (hash !== undefined && wanted.has(hash)) evidence[hash] = file.path;
  }
  const place = (path: string): { path: string; sha256: string } | undefined => {
    const [file, sha256] = [bag.payload.get(path), bag.hashes.get(path)];
    return file && sha256 !== undefined ? { path: file.path, sha256 } : undefined;
  };
  const [assessment, standard] = [place('data/assessment.json'), place('data/standard.json')];
  return assessment && standard ? { version: 1, assessment, standard, evidence } : undefined;
}
