import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { campaignSchema, materialRequirementSchema } from '../../../../shared/campaign/schema.ts';
import { RULE_LABELS, ruleSchema } from '../../../../shared/standard/rules.ts';
import {
  adjustmentBlockSchema,
  adjustmentSchema,
  evidenceRequestSchema,
  itemSchema,
  sectionSchema,
  sourceSchema,
  standardSchema,
  vetoSchema,
} from '../../../../shared/standard/schema.ts';
import { repository } from '../../../repository.ts';

const readme = readFileSync(join(repository, 'scoring-standards/README.md'), 'utf8');
const examples = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']): unknown =>
  JSON.parse(json),
);

describe('scoring-standards/README.md', () => {
  it('shows one valid example of every kind of rule', () => {
    const rules = examples.map((example) => ruleSchema.safeParse(example)).filter(({ success }) => success);
    expect(rules.map(({ data }) => data?.kind).sort()).toEqual(Object.keys(RULE_LABELS).sort());
  });

  it.each([
    ['bonus block', adjustmentBlockSchema],
    ['veto', vetoSchema],
    ['campaign', campaignSchema],
  ] as const)('shows one valid %s', (_name, schema) => {
    expect(examples.filter((example) => schema.safeParse(example).success)).toHaveLength(1);
  });

  const fields = [
    standardSchema,
    sectionSchema,
    itemSchema,
    evidenceRequestSchema,
    sourceSchema,
    adjustmentBlockSchema,
    adjustmentSchema,
    vetoSchema,
    ...ruleSchema.options,
    campaignSchema,
    materialRequirementSchema,
  ].flatMap((schema) => Object.keys(schema.shape));

  it.each([...new Set(fields)])('explains the field %s', (field) => {
    expect(readme).toMatch(new RegExp(`[\`"]${field}[\`"]`));
  });
});
