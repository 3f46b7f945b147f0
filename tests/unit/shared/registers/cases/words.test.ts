import { expect, it } from 'vitest';
import { checkCase } from '../../../../../shared/registers/cases/check.ts';
import { sourceWords } from '../../../../../shared/registers/cases/finding.ts';

it('every finding says what is wrong and what to do, and who asks for it', () => {
  const text = [
    '2020年工作总结',
    '——副标题',
    '摘要：我局与本局',
    '一、工作背景',
    '依《甲条例》（以下简称《条例》）。《甲条例》。《乙条例》，《乙条例》。《丙条例》。',
    '二、实施过程',
    '当事人张建国，电话13812345678，身份证410105199001011234。',
    '郑州鑫源餐饮有限公司。',
    '（四）取得的成效',
    '好。',
    '字'.repeat(1500),
  ].join('\n');
  const lines = checkCase(text, { pace: 100 }).findings.map(
    ({ severity, code, message, source }) => `${severity} ${code} ${message} ${sourceWords(source)}`,
  );
  expect(lines).toMatchInlineSnapshot(`
    [
      "advice missing-part 没有找到“基本案情”，建议补上，或加小标题 郑法政办〔2020〕9号 二(二)",
      "advice missing-part 没有找到“研判分析”，建议补上，或加小标题 郑法政办〔2020〕9号 二(二)",
      "advice missing-part 没有找到“具体举措”，建议补上，或加小标题 郑法政办〔2020〕9号 二(二)",
      "advice missing-part 没有找到“案例评析”，建议补上，或加小标题 郑法政办〔2020〕9号 二(二)",
      "advice like-summary “工作总结”像工作总结的写法，请改为讲述具体案例 郑法政办〔2020〕9号 二(二)",
      "advice subtitle 一般不设副标题，建议并入标题或删去 郑法政办〔2020〕9号 二(一)",
      "advice like-paper “摘要”像学术论文的写法，请改为讲述具体案例 郑法政办〔2020〕9号 二(二)",
      "error own-name “我局”请改用标准简称，如“XX市XX局” 郑法政办〔2020〕9号 二(三)",
      "advice own-name-this “本局”建议改用标准简称，如“XX市XX局” 本软件",
      "error document-full-again 《甲条例》前面已经标明简称，这里请用《条例》 郑法政办〔2020〕9号 二(三)",
      "error document-no-short-form 《乙条例》后面还会提到，请在第一次出现处用全称并标明“（以下简称《XX》）”，之后用简称 郑法政办〔2020〕9号 二(三)",
      "advice document-mentioned-once 《丙条例》没有标明简称；后面不再提到，可以不标（本软件的理解），请确认用的是全称 郑法政办〔2020〕9号 二(三)",
      "error party-name “张建国”疑似真实姓名，建议改为“张XX” 郑法政办〔2020〕9号 二(三)",
      "advice telephone-number 疑似电话号码，建议删去 本软件",
      "advice identity-number 疑似身份证号码，建议删去 本软件",
      "error party-company “郑州鑫源餐饮有限公司”疑似真实单位名称，建议改用化名，如“XX公司” 郑法政办〔2020〕9号 二(三)",
      "advice results-unsupported “取得的成效”里没有数据或评价，建议补上 郑法政办〔2020〕9号 二(二)",
      "error talk-too-long 按每分钟 100 字估算，讲解约 16.1 分钟，超过 10 分钟，请精简 郑法政办〔2020〕9号 二(三)",
      "error too-long 正文 1603 字，超出 103 字，请删减到 1500 字以内 郑法政办〔2020〕9号 二(三)",
    ]
  `);
  expect(checkCase('一行').findings.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "没有找到“标题”，建议补上",
      "没有找到“工作背景”，建议补上，或加小标题",
      "没有找到“实施过程”，建议补上，或加小标题",
      "没有找到“案例评析”，建议补上，或加小标题",
    ]
  `);
});
