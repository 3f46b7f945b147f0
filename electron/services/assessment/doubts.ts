import type { OpenedFrom } from '../../../shared/assessment/schema.ts';
import type { Failure } from '../../../shared/values/errors.ts';

/** Sentences shown of many. */
const SHOWN = 3;

/** What is told whenever an assessment is opened that came from a package which was 存疑. */
export function doubtsOf(origin: OpenedFrom | undefined): Failure[] {
  if (!origin || origin.doubts.length === 0) return [];
  const { fileName, revision, doubts } = origin;
  const more = doubts.length > SHOWN ? `；等共 ${doubts.length} 处` : '';
  return [
    {
      code: 'opened-suspect',
      message: `这份自评档案打开自“${fileName}”第${revision}版，这个推荐包存疑：${doubts.slice(0, SHOWN).join('；')}${more}。`,
      effect: '包里的内容都已照原样打开；是否可信，程序不能判断。',
      remedy: '请向提供这个推荐包的人核实，并逐项核对填写的内容和佐证材料。',
    },
  ];
}
