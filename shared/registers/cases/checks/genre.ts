import { advice, BODY_CLAUSE, type CaseFinding } from '../finding.ts';
import { headingsIn } from '../part-names.ts';
import { SURNAME } from '../surnames.ts';
import { type CaseText, placesOf } from '../text.ts';

/** What such papers are called, as their title or in a line of their own: 工作情况汇报, 工作小结, 述职述廉报告（2020年）. */
const SUMMARY_NAME =
  '(?:(?:工作|年度|年终|半年|个人)?(?:总结|小结)(?:报告)?|工作报告|(?:个人|年度)?述职(?:述[廉德学法])*(?:报告)?|(?:工作)?(?:情况)?的?汇报(?:材料|提纲|稿)?|自查(?:自评)?报告|(?:工作|活动)(?:开展|完成|推进|落实|进展)?情况(?:的?(?:报告|说明))?)';
const SUMMARY_TITLE = new RegExp(`${SUMMARY_NAME}(?=(?:[（(][^（）()]*[）)])?$)`, 'g');
/** Not 汇报 or 小结 alone: what was done in a case may be. */
const SUMMARY_OWN_LINE =
  /^.{0,30}(?:工作总结|年度总结|工作小结|工作(?:情况)?的?汇报|情况的?汇报|汇报材料|述职(?:述廉)?报告)(?=$|[：:])/g;
const SUMMARY_LINE =
  /现[将就].{0,40}(?:总结|汇报|报告)如下|^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．\s]*)?(?:(?:下一?步|今后|明年|来年|20\d\d年)的?(?:工作)?(?:打算|计划|安排|思路|重点|措施)(?=$|[。：:])|(?:下一?步|今后)的?工作$|存在的?(?:主要)?(?:问题|不足)(?:及.{0,8})?$)/g;
const PAPER_TITLE = /^(?:浅[谈析论议]|试论|论(?!坛|辩)|刍议|探析)|(?:探析|刍议|研究综述)$/g;
const PAPER_LINE = /^[【[]?(?:摘\s*要|参考文献|abstract)[】\]]?(?=\s*(?:[：:]|$))/gi;

/** What each says on its own may stand in a case; several together make a summary of a year's work. */
const SUMMARY_SIGNS = [
  /(?:一|半|这|过去的?一)年(?:多)?来|(?:今年|去年|年初|本年度|上半年|下半年)(?:以来)|(?:过去的?|回顾这?)一年(?!级)|(?:^|[。，；])(?:全年|本年度|上半年|下半年)[，共累]|20\d\d年度?[，,](?:我|全|本|XX)[局市县区委厅]/g,
  /下一步(?:[，,]|工作|打算|计划|将|要|我们|重点)|今后(?:的)?工作中?|(?:明年|下一年度?|来年)(?:[，,]|将|工作|我们|重点)|20\d\d年的?工作(?:打算|计划|思路|安排)/g,
  /在.{2,30}(?:正确|坚强|有力|统一|大力)?(?:领导|指导|关心|支持|帮助)下[，,]/g,
  /(?:取得|收到)(?:了)?(?:显著|明显|较好|良好|可喜|突出|阶段性|一定|新)的?(?:成效|成绩|成果|效果|进展|进步)/g,
  /以.{2,40}为(?:指导|指引|统领|主线|抓手)|(?:深入|认真|全面)?(?:学习)?贯彻(?:落实)?.{0,30}(?:精神|部署|要求|决策)/g,
  /(?:圆满|顺利|较好地?|超额|全面)(?:地)?完成(?:了)?(?:全年|年度|各项|既定|上级)|各项工作.{0,8}(?:推进|开展|完成|提升)/g,
  /(?:也|还|仍|但)?(?:依然)?存在(?:着)?(?:一些|不少|以下|一定)?的?(?:问题|不足|差距|薄弱环节)|(?:与|离|距).{2,20}(?:要求|期望|期盼|先进).{0,10}差距/g,
  /(?:稳步|扎实|深入|认真|全面|有序|大力|积极)地?(?:推进|开展|推行|抓好|做好)了?.{0,12}(?:工作|建设|活动)|工作(?:稳步|扎实|深入|全面|有序|持续)(?:推进|开展)/g,
  /成立(?:了)?(?:以)?.{0,30}领导小组|(?:召开|组织召开)(?:了)?.{0,20}(?:动员|推进|部署|调度)会/g,
  /(?:累计|全年|年内|共计?|先后)(?:共)?(?:出动|开展|举办|发放|培训|检查|查处|办理|受理|组织|接待)(?:了)?.{0,20}\d/g,
] as const;

/** Likewise; a case has hardly any of these. */
const PAPER_SIGNS = [
  /(?:摘\s*要|提\s*要|abstract)[】\]]?\s*[：:]|本文摘要/gi,
  /关键词[】\]]?\s*[：:]|key\s*words/gi,
  /参考文献/g,
  /本文(?!书|件|号)(?:认为|拟|将|试图|旨在|通过|从|首先|主要|以|对|就|基于|结合|提出|运用|的)/g,
  /笔者/g,
  /(?:学界|学者|理论界)(?!风)|(?:国内外|既有|现有|已有|相关)(?:的)?研究(?!院|所|室|中心)|研究(?:现状|综述|意义|方法|背景|视角)/g,
  /(?:理论(?:基础|依据|价值|分析|意义)|实证(?:研究|分析)|概念界定|内涵与外延|法理基础|路径(?:探析|选择|探索))/g,
  /\[\d{1,2}(?:[-,，]\d{1,2})*\]|[［〔]\d{1,2}[］〕](?!号)/g,
] as const;

/** One case is told: it has its part, or somebody in it (张某, 某公司). */
const TOLD = new RegExp(
  `(?:${SURNAME})(?:某|XX|××)|某某?(?:公司|企业|店|厂|商|单位|小区|村|工地|餐|超市)`,
  'g',
);

/** How many kinds of signs: fewer in a text that tells of no case. Ours: the notice says no more than what a case is not. */
const SUMMARY_LEAST = { told: 5, untold: 3 };
const PAPER_LEAST = { told: 3, untold: 2 };

/** 不能写成工作总结或学术论文: a mark that leaves no doubt, or several signs together; all of it advice. */
export function checkGenre(text: CaseText): CaseFinding[] {
  const { title, body } = text;
  const titles = title ? [title] : [];
  const like = (code: string, what: string, places: ReturnType<typeof placesOf>) =>
    places.map((at) => {
      const message = `“${at.found}”像${what}的写法，请改为讲述具体案例`;
      return advice(at, { code, message, source: BODY_CLAUSE });
    });
  const isTold =
    body.some((line) => headingsIn(line.text).some(({ part }) => part === '基本案情')) ||
    placesOf(body, TOLD).length > 0;
  const least = (of: typeof SUMMARY_LEAST) => (isTold ? of.told : of.untold);
  const summary = [
    ...placesOf(titles, SUMMARY_TITLE),
    ...placesOf(body, SUMMARY_OWN_LINE),
    ...placesOf(body, SUMMARY_LINE),
  ];
  const paper = [...placesOf(titles, PAPER_TITLE), ...placesOf(body, PAPER_LINE)];
  return [
    ...(summary.length > 0
      ? like('like-summary', '工作总结', summary)
      : together(text, SUMMARY_SIGNS, {
          ...{ code: 'reads-like-summary', what: '工作总结', least: least(SUMMARY_LEAST) },
        })),
    ...(paper.length > 0
      ? like('like-paper', '学术论文', paper)
      : together(text, PAPER_SIGNS, {
          ...{ code: 'reads-like-paper', what: '学术论文', least: least(PAPER_LEAST) },
        })),
  ];
}

/** One finding, at the first sign, that names the first place of each kind of sign. */
function together(
  { body }: CaseText,
  signs: readonly RegExp[],
  { code, what, least }: { readonly code: string; readonly what: string; readonly least: number },
): CaseFinding[] {
  const places = signs.flatMap((sign) => placesOf(body, sign).slice(0, 1)).sort((a, b) => a.from - b.from);
  const [first] = places;
  if (!first || places.length < least) return [];
  const named = places.map(({ found }) => `“${shown(found)}”`).join('、');
  const message = `文中有${named}，合起来读像${what}，请改为讲述一个具体案例`;
  return [advice(first, { code, message, source: BODY_CLAUSE })];
}

/** Without the mark that only says where it begins or ends. */
function shown(found: string): string {
  const words = found.replace(/^[。，；\s]+|[，,：:】\]\s]+$/g, '');
  return words.length > 16 ? `${words.slice(0, 6)}…${words.slice(-8)}` : words;
}
