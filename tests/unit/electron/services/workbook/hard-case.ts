import type { WorkbookInput } from '../../../../../electron/services/workbook/build.ts';
import { layOut } from '../../../../../shared/package/layout.ts';
import { assessmentWith, standardWith } from './fixture.ts';

/** end1.1: a word that no line divides, and that is on paper only where a text is shown to its end. */
export const end = (code: string) => `end${code}`;
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** 60 items with texts of every length, 40 files at one of them, files of several items, names as long as they may be. */
export function hardCase(): WorkbookInput {
  const item = (section: number, index: number) => {
    const code = `${section}.${index}`;
    const at = (section - 1) * 10 + index;
    const criterion = `查看方案、台账、记录和照片，按完成情况计分，缺一项扣一项。${'逐项核对年度任务的落实情况，'.repeat((at * 7) % 45)}`;
    return {
      code,
      title: at % 9 === 0 ? '名称很长的评分项'.repeat(6) : `评分项${code}`,
      criterion: `${criterion}${end(code)}`,
      fullScore: '1.00',
      rule: { kind: 'award', step: '0.01' },
      methods: ['查阅资料', ...(at % 3 === 0 ? ['实地查看', '问卷调查'] : [])],
      basis: times((at % 4) + 1, (clause) => ({
        document: `测试〔20${10 + clause}〕${at}号`,
        clause: `附件${clause + 1}`,
      })),
    };
  };
  const standard = standardWith({
    fullScore: '60.00',
    passScore: '54.00',
    sections: times(6, (section) => ({
      code: String(section + 1),
      title: `第${section + 1}部分服务型行政执法工作`,
      items: times(10, (index) => item(section + 1, index + 1)),
    })),
    bonus: undefined,
    penalty: undefined,
    vetoes: [],
  });
  const files = times(90, (index) => ({
    sha256: (index + 1).toString(16).padStart(64, '0'),
    bytes: 1000 + index,
    fileName: `${index % 10 === 0 ? '一份名称特别长的佐证材料'.repeat(6) : '材料'}${index}.pdf`,
    label: `${index % 10 === 0 ? '一份名称特别长的佐证材料'.repeat(14) : '材料'}${index}号`,
    mediaType: 'application/pdf',
    addedAt: '2026-11-20T01:00:00Z',
    ...(index % 2 === 0 && {
      details: {
        documentNumber: `测字〔2026〕${index}号`,
        formedOn: '2026-03-01',
        issuer: '测试市测试局办公室',
        pages: index + 1,
      },
    }),
  }));
  const entries = Object.fromEntries(
    standard.sections.flatMap(({ items }, section) =>
      items.map(({ code }, index) => {
        const at = section * 10 + index;
        const own = at === 17 ? files.slice(50, 90) : [files[at % 50]];
        const evidence = [...own, ...(at % 5 === 0 ? [files[0]] : [])].flatMap((file) =>
          file ? [file.sha256] : [],
        );
        const reason = '已落实。'.repeat((at * 11) % 60);
        return [
          code,
          {
            state: 'scored',
            input: { kind: 'award', points: '0.90' },
            reason,
            evidence: [...new Set(evidence)],
          },
        ];
      }),
    ),
  );
  const assessment = { ...assessmentWith({}, { evidence: files, materials: {} }) };
  const parsed = {
    ...assessment,
    entries: assessmentWith(entries, { evidence: files, materials: {} }).entries,
  };
  const revision = { number: 1, date: '2026-11-20', draft: false, packageId: 'BB-0001' };
  return { standard, assessment: parsed, revision, paths: layOut(standard, parsed), today: '2026-11-20' };
}
