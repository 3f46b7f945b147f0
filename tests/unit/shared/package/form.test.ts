import { expect, it } from 'vitest';
import { FORMER_FORM, formOf, idLabel } from '../../../../shared/package/form.ts';
import { campaignOf, officialOf, standardOf } from '../scoring/fixtures.ts';

const own = standardOf();
const official = officialOf(own);

it.each([
  ['推荐包编号', formOf(official), 'recommendation'],
  ['材料包编号', formOf(official), 'acceptance'],
  ['材料包编号', formOf(official), 'practice'],
  ['自查包编号', formOf(own), 'acceptance'],
  ['推荐包编号', formOf(official, 1), 'acceptance'],
  ['推荐包编号', FORMER_FORM, 'practice'],
] as const)('a package calls its number %s', (label, form, kind) => {
  expect(idLabel(form, campaignOf({ kind }))).toBe(label);
});
