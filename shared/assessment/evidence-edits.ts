import { isUnknownType } from '../values/file-kinds.ts';
import { labelFor } from '../values/file-names.ts';
import { patched } from '../values/patch.ts';
import type { Assessment, Evidence, EvidenceDetails, Material } from './schema.ts';

/**
 * With one more piece of evidence. The same content again stays as it is known, but for a name by which nothing could
 * be told of it: then the name that says what it is counts.
 */
export function withEvidence(assessment: Assessment, added: Evidence): Assessment {
  const known = assessment.evidence.find(({ sha256 }) => sha256 === added.sha256);
  if (!known) return { ...assessment, evidence: [...assessment.evidence, added] };
  if (!isUnknownType(known.mediaType) || isUnknownType(added.mediaType)) return assessment;
  const { fileName, mediaType } = added;
  const named = { ...known, fileName, mediaType, label: labelAfter(known, added) };
  return { ...assessment, evidence: assessment.evidence.map((each) => (each === known ? named : each)) };
}

/** What 佐证材料目录 says of one piece; null clears a field. */
export function withDetails(
  assessment: Assessment,
  {
    sha256,
    details,
  }: { readonly sha256: string; readonly details: Parameters<typeof patched<EvidenceDetails>>[1] },
): Assessment {
  return {
    ...assessment,
    evidence: assessment.evidence.map((each) =>
      each.sha256 === sha256 ? { ...each, details: patched(each.details ?? {}, details) } : each,
    ),
  };
}

/** Another content in the place of `former`: wherever that was used, with its theme, and under the name that the user gave it. What was said of the document stays, but for how long it is. */
export function withReplacement(assessment: Assessment, former: Evidence, by: Evidence): Assessment {
  const swap = (sha256: string): string => (sha256 === former.sha256 ? by.sha256 : sha256);
  const known = assessment.evidence.some(({ sha256 }) => sha256 === by.sha256);
  const details = former.details && { ...former.details, pages: undefined };
  const successor = { ...by, label: labelAfter(former, by), ...(details && { details }) };
  const entries = Object.entries(assessment.entries).map(([code, entry]) => [
    code,
    entry.evidence.includes(former.sha256)
      ? { ...entry, evidence: [...new Set(entry.evidence.map(swap))] }
      : entry,
  ]);
  const materials = Object.entries(assessment.materials).map(([code, material]) => [
    code,
    { ...material, files: swapFiles(material.files, former.sha256, by.sha256) },
  ]);
  return {
    ...assessment,
    evidence: assessment.evidence.flatMap((each) => {
      if (each.sha256 === former.sha256) return [successor];
      return known && each.sha256 === by.sha256 ? [] : [each];
    }),
    entries: Object.fromEntries(entries) as Assessment['entries'],
    materials: Object.fromEntries(materials) as Assessment['materials'],
    ...(assessment.carriedFrom && {
      carriedFrom: {
        ...assessment.carriedFrom,
        gone: assessment.carriedFrom.gone.map((use) => ({ ...use, evidence: use.evidence.map(swap) })),
      },
    }),
  };
}

/** The file takes the place and the theme of the former one; listed already, it is listed once. */
function swapFiles(files: Material['files'], former: string, by: string): Material['files'] {
  if (!files.some(({ sha256 }) => sha256 === former)) return files;
  return files
    .filter(({ sha256 }) => sha256 !== by)
    .map((file) => (file.sha256 === former ? { ...file, sha256: by } : file));
}

/** A label that the user wrote stays; one that the program made of the file name follows the new name. */
function labelAfter(former: Evidence, next: Evidence): string {
  return former.label === labelFor(former.fileName) ? labelFor(next.fileName) : former.label;
}

/** Evidence that bears the name of an added file, as Windows compares names, but holds another content. */
export function namesakesOf(
  assessment: Assessment,
  { sha256, fileName }: Pick<Evidence, 'sha256' | 'fileName'>,
): Evidence[] {
  const plain = (name: string): string => name.normalize('NFC').toLowerCase();
  return assessment.evidence.filter(
    (each) => each.sha256 !== sha256 && plain(each.fileName) === plain(fileName),
  );
}
