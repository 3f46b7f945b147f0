import type {
  CaseAttachment,
  CollectedCase,
} from '../../../../../../shared/registers/rollup/collect/schema.ts';
import { uuid } from '../fixtures.ts';

export const kept = (fileName: string, sha = fileName) => ({
  ...{ sha256: Buffer.from(sha).toString('hex').padEnd(64, '0').slice(0, 64), bytes: 3, fileName },
  mediaType: 'application/octet-stream',
});

export function aCase(number: number, part: Partial<CollectedCase> = {}): CollectedCase {
  return {
    ...{ id: uuid(700 + number), unit: '', title: `案例${number}`, day: '2026-11-01', chosen: false },
    ...{ reason: '', remark: '', file: kept(`案例${number}.docx`), text: `案例${number}\n正文。` },
    ...part,
  };
}

export function attachment(number: number, part: Partial<CaseAttachment> = {}): CaseAttachment {
  return { id: uuid(800 + number), unit: '', case: '', file: kept(`附件${number}.pptx`), ...part };
}
