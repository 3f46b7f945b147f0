import type { StandardIdentity } from '../../../../../shared/tables/draft/draft-to-standard.ts';

export const IDENTITY: StandardIdentity = {
  id: 'sample-table',
  title: '示例评分标准',
  edition: '试行',
  issuer: '示例机关',
  documentNumber: '',
  authority: 'custom',
  statement: '',
  fullScore: 10_000,
  passScore: 9000,
  notApplicable: { rule: 'forbidden', scope: 'marked' },
};
