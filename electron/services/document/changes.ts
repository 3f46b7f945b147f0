import { z } from 'zod';
import { type Assessment, assessmentSchema } from '../../../shared/assessment/schema.ts';

type Tree = Record<string, unknown>;

/** The parts that differ, by their path; a part that one side lacks is absent there. */
export interface Changes {
  readonly before: Tree;
  readonly after: Tree;
}

/** What changed between two stored forms, or undefined where nothing did. */
export function treeChanges(before: object, after: object): Changes | undefined {
  const changes = differences(before as Tree, after as Tree);
  const none = Object.keys(changes.before).length === 0 && Object.keys(changes.after).length === 0;
  return none ? undefined : changes;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function differences(before: Tree, after: Tree): Changes {
  const changes: { before: Tree; after: Tree } = { before: {}, after: {} };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[key], after[key]];
    if (isTree(was) && isTree(is)) {
      const inner = differences(was, is);
      if (Object.keys(inner.before).length > 0) changes.before[key] = inner.before;
      if (Object.keys(inner.after).length > 0) changes.after[key] = inner.after;
    } else if (JSON.stringify(was) !== JSON.stringify(is)) {
      if (was !== undefined) changes.before[key] = was;
      if (is !== undefined) changes.after[key] = is;
    }
  }
  return changes;
}

/** As stored, with lists keyed by what identifies their parts, so that one more file is one more line. */
function comparable(assessment: Assessment): Tree {
  const { evidence = [], revisions = [], ...rest } = z.encode(assessmentSchema, assessment);
  return {
    ...rest,
    updatedAt: undefined,
    evidence: Object.fromEntries(evidence.map((e) => [e.sha256, e])),
    revisions: Object.fromEntries(revisions.map((r) => [r.packageId, r])),
  };
}

/** What changed between two states, or undefined where nothing but the time did. */
export function changesBetween(before: Assessment, after: Assessment): Changes | undefined {
  return treeChanges(comparable(before), comparable(after));
}
